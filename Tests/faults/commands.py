"""The commands that the scripts of this folder let go wrong, and how they are run."""
import os, pathlib, subprocess

NOTICE = "创先争优活动工作要点\n2011年3月1日\n一、宣传动员。由宣传科负责，4月20日之前完成。\n二、召开座谈会。由监察室负责，5月底前完成。\n"
LATER = NOTICE.replace("4月20日", "4月25日") + "三、总结。由党办负责，12月底前完成。\n"
TODAY = "2011-04-01"
EXITS = {0, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78}
# The store that a command is run on, and what is done to it before; None: there is no store yet.
SETTING_UP = [["init"], ["unit", "add", "党办"], ["unit", "add", "监察室"],
              ["add", "campaign", "工作要点", "--code", "h11", "--year", "2011"], ["add", "task", "h11", "甲"],
              ["add", "task", "h11", "乙"], ["add", "campaign", "另一方案", "--code", "h12"], ["add", "task", "h12", "甲"],
              ["import", "NOTICE", "--code", "h13"]]
COMMANDS = {
    "init": (None, ["init"]),
    "add campaign": ([], ["add", "campaign", "新方案", "--code", "h15"]),
    "add task": ([], ["add", "task", "h11", "丙", "--due", "4月20日之前", "--unit", "党办"]),
    "unit add": ([], ["unit", "add", "工会"]),
    "unit merge": ([], ["unit", "merge", "监察室", "党办"]),
    "report": ([], ["report", "h11-1", "-m", "已开会", "--percent", "30"]),
    "done": ([], ["done", "h11-1", "-m", "已办结"]),
    "assign": ([], ["assign", "h11-2", "监察室"]),
    "split": ([], ["split", "h11-1", "--into", "甲一", "--into", "甲二"]),
    "move": ([], ["move", "h11-1", "--campaign", "h12"]),
    "import": ([], ["import", "NOTICE", "--yes"]),
    "import a draft": ([], ["import", "NOTICE"]),
    "accept": ([], ["campaign", "accept", "h13"]),
    "update plan": ([["campaign", "accept", "h13"], ["import", "LATER", "--code", "h14"]],
                    ["campaign", "update", "h13", "--from", "h14"]),
    "archive": ([], ["campaign", "archive", "h12", "--yes"]),
    "unarchive": ([["campaign", "archive", "h12", "--yes"]], ["campaign", "restore", "h12"]),
    "undo": ([["report", "h11-1", "-m", "已开会"]], ["undo", "--yes"]),
    "redo": ([["report", "h11-1", "-m", "已开会"], ["undo", "--yes"]], ["redo", "--yes"]),
    "restore": ([["backup"], ["report", "h11-1", "-m", "已开会"], ["campaign", "archive", "h12", "--yes"]],
                ["restore", "BACKUP", "--confirm", "ITS NAME"]),
}
# More of them, for the sweep alone: it is quick.
MORE = {
    "edit": ([], ["edit", "h11-1", "--due", "4月20日之前", "--tag", "重点"]),
    "add phase": ([], ["add", "phase", "h11", "第一阶段", "--time", "3月1日至5月31日"]),
    "instruct": ([], ["instruct", "h11-1", "-m", "抓紧", "--from", "党委书记"]),
    "correct": ([["report", "h11-1", "-m", "已开会"]], ["correct", "h11-1", "1", "-m", "未开会"]),
    "extend": ([["edit", "h11-1", "--due", "2011-04-20"]],
               ["extend", "h11-1", "--until", "2011-04-30", "-m", "等待批复", "--approved-by", "分管领导"]),
    "remind": ([["assign", "h11-1", "党办"]], ["remind", "h11-1", "-m", "请抓紧"]),
    "close": ([], ["campaign", "close", "h12"]),
    "unit rename": ([], ["unit", "rename", "党办", "党委办公室"]),
    "lights": ([], ["lights", "--due-soon", "5"]),
    "days": ([], ["days", "off", "2011-05-12"]),
    "event": ([], ["event", "set", "汛期", "2011-06-01..2011-09-30"]),
    "undo import": ([["import", "NOTICE", "--yes"]], ["undo", "--yes"]),
    "undo archive": ([["campaign", "archive", "h12", "--yes"]], ["undo", "--yes"]),
    "next year": ([["sh", "-c", "mv store/journal/*.jsonl store/journal/2010.jsonl"], ["unit", "list"]],
                  ["report", "h11-1", "-m", "已开会"]),
    # No lock's file says where the journal ends: as in a copy, or a clone.
    "report in a clone": ([["sh", "-c", "rm store/.lock"]], ["report", "h11-1", "-m", "已开会"]),
    "import in a clone": ([["sh", "-c", "rm store/.lock"]], ["import", "NOTICE", "--yes"]),
    "import through a converter": ([], ["import", "PDF", "--code", "h15"]),
    "backup": ([], ["backup"]),
    "demo": (None, ["demo", "STORE"]),
    "restore into nothing": ([["backup"], ["sh", "-c", "mv store/backups/*.tar.gz . && rm -r store"]],
                             ["restore", "BACKUP", "--confirm", "ITS NAME"]),
    "mend a damaged plan": ([["sh", "-c", "truncate -s 100 store/campaigns/h11.json"]], ["doctor", "--fix", "--yes"]),
    "mend a missing plan": ([["sh", "-c", "rm store/campaigns/h11.json"]], ["doctor", "--fix", "--yes"]),
}
# Commands that change nothing: what they say is true, or they say that they cannot say it. The last one is put to a store
# that lost a plan.
READERS = {
    "list": ([], ["list", "--json"]),
    "check": ([], ["check", "--json"]),
    "show": ([], ["show", "h11", "--json"]),
    "status": ([], ["status", "--json"]),
    "units": ([], ["units", "--json"]),
    "campaign list": ([], ["campaign", "list", "--all", "--json"]),
    "log": ([], ["log", "--json"]),
    "doctor": ([], ["doctor", "--json"]),
    "doctor of a lost plan": ([["sh", "-c", "rm store/campaigns/h12.json"]], ["doctor", "--json"]),
}
# What comes after a fault: it finishes what was left, and must be well.
FOLLOWING = ["unit", "add", "后来的科室"]

HERE = os.path.dirname(os.path.abspath(__file__))
program = os.path.abspath(os.environ.get("DUBAN", f"{HERE}/../../.build/release/duban"))


class Broken(Exception):
    """The promise is broken: how, and what was seen."""

    def __init__(self, kind, what):
        super().__init__(what)
        self.kind = kind


def environment(folder):
    return {"DUBAN_STORE": f"{folder}/store", "DUBAN_USER": "党办干事", "LC_ALL": "C.UTF-8", "HOME": str(folder),
            "DUBAN_INDEX_FROM": "0", "PATH": f"{HERE}/bin:{os.environ.get('PATH', '/usr/bin:/bin')}", "TMPDIR": f"{folder}/tmp"}


def words(folder, command):
    """The command as it is called: a word in capitals is a file of the folder; `sh` is the shell."""
    if command[0] == "sh":
        return command
    files = {"NOTICE": f"{folder}/notice.txt", "LATER": f"{folder}/later.txt", "PDF": f"{folder}/notice.pdf",
             "STORE": f"{folder}/store"}
    for path in sorted([*pathlib.Path(f"{folder}/store/backups").glob("*.tar.gz"), *pathlib.Path(folder).glob("*.tar.gz")])[:1]:
        # As a preview says it: with the number of the journal's last record.
        journal = b"".join(year.read_bytes() for year in pathlib.Path(f"{folder}/store/journal").glob("*.jsonl"))
        place = f"@{journal.count(10)}" if journal else ""
        files |= {"BACKUP": str(path), "ITS NAME": path.name + place}
    return [program] + [files.get(word, word) for word in command] + ["--as-of", TODAY]


def run(folder, command, before=(), environment=environment):
    return subprocess.run([*before, *words(folder, command)], cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


def succeed(folder, command):
    done = run(folder, command)
    if done.returncode != 0:
        raise Broken("torn", f"{' '.join(command)} ends with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def set_up(folder, preparation, first=SETTING_UP):
    """Makes the store that a command is run on, and what stands beside it. Others' files are in it, and a group shares it."""
    folder.mkdir(parents=True)
    (folder / "outside.txt").write_text("别人的")
    (folder / "notice.txt").write_text(NOTICE)
    (folder / "later.txt").write_text(LATER)
    (folder / "notice.pdf").write_text(f"%PDF-1.4\n{NOTICE}")
    (folder / "tmp").mkdir()
    if preparation is None:
        return
    for step in [*first, *preparation]:
        succeed(folder, step)
    store = folder / "store"
    if store.exists():
        for path in [store, *store.rglob("*")]:
            path.chmod(0o2770 if path.is_dir() else 0o660)
        (store / "campaigns/.mine").write_text("我的")


def unstamped(value):
    """Without moments: they differ from run to run."""
    if isinstance(value, dict):
        return {key: unstamped(inner) for key, inner in value.items() if key not in ("at", "changed")}
    return [unstamped(inner) for inner in value] if isinstance(value, list) else value
