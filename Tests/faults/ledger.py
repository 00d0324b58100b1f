#!/usr/bin/env python3
"""Computes a store from its journal alone, as docs/format.md describes it, and compares its files with that. Shares no code
with the program: what both read in the same way, both read rightly.

  Tests/faults/ledger.py STORE [BASE]     BASE is the store as it was before its first record, where no record made a file

Prints what does not agree; ends with 1 where something does not.
"""
import collections, copy, hashlib, io, json, os, re, stat, sys, tarfile

FOLDERS = ["archive", "backups", "campaigns", "journal", "sources"]
OURS = re.compile(r"(store|units)\.json|\.lock|(campaigns|archive)/[^./][^/]*\.json|sources/[^./][^/]*\.txt|journal/\d{4}\.jsonl"
                  r"|backups/[^./][^/]*(\.tar\.gz|\.damagedb*\.json)")
PLANS = re.compile(r"(store|units)\.json|(campaigns|archive)/[^./][^/]*\.json")
# What a backup holds.
HELD = re.compile(r"(store|units)\.json|(campaigns|archive)/[^./][^/]*\.json|sources/[^./][^/]*\.txt|journal/\d{4}\.jsonl")
BACKUP = re.compile(r"backups/[^./][^/]*\.tar\.gz")
LEFTOVER = re.compile(r"(.*/)?\.duban-new-[^/]*")
Entry = collections.namedtuple("Entry", "mode content")  # content: bytes; None of a folder, text of a symbolic link
Problem = collections.namedtuple("Problem", "kind words")


def snapshot(folder):
    """Everything in a folder, by name; empty where there is none. The index is left out: it may be as it likes, as long as
    answers are those of the files."""
    found = {}
    for path, folders, files in os.walk(folder):
        if ".index" in folders:
            folders.remove(".index")
        for name in folders + files:
            place = os.path.join(path, name)
            status = os.lstat(place)
            content = None
            if stat.S_ISLNK(status.st_mode):
                content = os.readlink(place)
            elif stat.S_ISREG(status.st_mode):
                with open(place, "rb") as file:
                    content = file.read()
            found[os.path.relpath(place, folder)] = Entry(stat.S_IMODE(status.st_mode), content)
    return found


def without_moments(files):
    """A name for a state in which the moments of its changes do not count, nor who held the lock last."""
    digest = hashlib.sha256()
    for name, (mode, content) in sorted(files.items()):
        if name == ".lock":
            content = content.partition(b"\n")[2]
        if BACKUP.fullmatch(name):
            name, content = "backup", b"whole" if archive(content) is not None else b"torn"
        if isinstance(content, bytes):
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", b"", content)
        digest.update(repr((name, mode, content)).encode())
    return digest.hexdigest()


def archive(content):
    """What a backup holds, by name; None where it is not whole."""
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as tar:
            return {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}
    except (tarfile.TarError, EOFError, OSError, ValueError):
        return None


def lines(files):
    """The journal's lines, oldest first, without a last one that was never finished; and whether there was such a one."""
    found, torn = [], False
    names = sorted(name for name in files if re.fullmatch(r"journal/\d{4}\.jsonl", name))
    for name in names:
        *whole, rest = files[name].content.split(b"\n")
        if name == names[-1]:
            while whole and b"\0" in whole[-1]:
                whole, rest = whole[:-1], whole[-1]
            torn = rest != b""
        elif rest:
            whole.append(rest)
        found += whole
    return found, torn


def name_of(element):
    """By which an element of a list is named in an edit."""
    if not isinstance(element, dict):
        return None
    for key in ("id", "unit", "name"):
        if key in element:
            return str(element[key])
    return None


class Conflict(Exception):
    """A record does not fit what the records before it made."""


def edited(value, path, edit):
    """A value with one edit done; None: nothing."""
    if not path:
        if value != edit.get("before"):
            raise Conflict(f"{edit['path']}: {value!r:.200} stands there, not {edit.get('before')!r:.200}")
        return edit.get("after")
    step, rest = path[0], path[1:]
    if isinstance(value, dict):
        inner = edited(value.get(step), rest, edit)
        if inner is None:
            value.pop(step, None)
        else:
            value[step] = inner
        return value
    if value is None or isinstance(value, list):
        items = value or []
        for place, item in enumerate(items):
            if name_of(item) == step:
                inner = edited(item, rest, edit)
                items[place:place + 1] = [] if inner is None else [inner]
                return items or None
        if rest or edit.get("before") is not None or name_of(edit.get("after")) != step:
            raise Conflict(f"{edit['path']}: no {step} is there")
        place = 0
        if "behind" in edit:
            place = next((place + 1 for place, item in enumerate(items) if name_of(item) == edit["behind"]), len(items))
        items.insert(place, edit["after"])
        return items
    raise Conflict(f"{edit['path']}: {value!r:.200} has no parts")


class File:
    """A file as the records tell it: what it says apart from what every change moves on, and that."""

    def __init__(self, name, content):
        """As it stands on the disk or, without a revision, in a record that made it."""
        value = copy.deepcopy(content)
        self.is_campaign = "/" in name
        self.revision = value.pop("revision", 0)
        self.changed = value.pop("changed", None)
        self.next = value.pop("nextTask", 1)
        self.stamps = {task["id"]: task.pop("changed") for task in value.get("tasks", []) if "changed" in task}
        self.value = value

    def apply(self, edits, stamp):
        for edit in edits:
            edit = copy.deepcopy(edit)
            self.value = edited(self.value, edit["path"], edit)
            if edit["path"][0] == "tasks":
                for task in self.value.get("tasks", []):
                    if edit["path"][1:2] in ([], [task["id"]]):
                        self.stamps[task["id"]] = stamp
        for task in self.value.get("tasks", []):
            self.count(task["id"])

    def count(self, task):
        number = task.rpartition("-")[2]
        if number.isdigit():
            self.next = max(self.next, int(number) + 1)

    @property
    def content(self):
        """As it must stand on the disk."""
        content = copy.deepcopy(self.value) | {"revision": self.revision}
        if self.is_campaign:
            content |= {"nextTask": self.next}
            if self.changed:
                content |= {"changed": self.changed}
            for task in content.get("tasks", []):
                if task["id"] in self.stamps:
                    task["changed"] = self.stamps[task["id"]]
        return content


class Ledger:
    """What the records say of every file, and what the last of them found."""

    def __init__(self, base):
        self.files = {name: File(name, json.loads(entry.content)) for name, entry in base.items() if PLANS.fullmatch(name)}
        self.count = 0
        self.problems = []
        self.before = {}

    def contents(self):
        return {name: file.content for name, file in self.files.items()}

    def content(self, name):
        return self.files[name].content if name in self.files else None

    def add(self, line):
        try:
            record = json.loads(line)
            missing = {"at", "by", "command", "files", "format", "id", "login"} - record.keys()
        except (ValueError, AttributeError) as error:
            raise Conflict(f"the line {self.count + 1} is no record: {error}") from error
        if missing:
            raise Conflict(f"the line {self.count + 1} has no {', '.join(sorted(missing))}")
        if record["id"] != self.count + 1:
            raise Conflict(f"the record {record['id']} stands where {self.count + 1} should")
        self.before = {change["file"]: self.content(change["file"]) for change in record["files"]}
        stamp = {"at": record["at"], "by": record["by"]}
        for change in record["files"]:
            try:
                self.change(change, record["command"], stamp)
            except Conflict as error:
                raise Conflict(f"record {record['id']} ({record['command']}), {change['file']}: {error}") from error
        self.count = record["id"]

    def change(self, change, command, stamp):
        name, file = change["file"], self.files.get(change["file"])
        edits = change["edits"]
        if change.get("before") != (file and file.revision):
            # The edits say whether they fit all the same.
            self.problems.append(Problem("disagreeing", f"a record of {command} says of {name} that its revision was"
                                                        f" {change.get('before')}, not {file and file.revision}"))
        if edits and not edits[0]["path"]:
            whole = edits[0]
            before = whole.get("before") and File(name, whole["before"]).value
            after = whole.get("after") and File(name, whole["after"])
            # What is mended could not be read: nobody knows what stood there, but what is put there is known.
            if command == "repair" and file:
                if after is None or after.value != file.value:
                    raise Conflict("it is mended to something else than the journal tells")
            elif before != (file and file.value):
                raise Conflict(f"{file and file.value!r:.300} stands there, not {before!r:.300}")
            if after and file:
                after.next = max(after.next, file.next)
            file = after
        elif file is None:
            raise Conflict("edits of a file that is not there")
        else:
            file.apply(edits, stamp)
        if (file is None) != ("after" not in change):
            raise Conflict("its revision does not say whether it is there")
        if file is None:
            self.files.pop(name, None)
            return
        file.revision, file.changed = change["after"], stamp
        for task in file.value.get("tasks", []):
            file.count(task["id"])
        self.files[name] = file


def examine(files, base, is_settled):
    """What does not agree in a store: problems, and the ledger as far as it could be computed.

    `base`: the store before its first record. `is_settled`: a command ended well since anybody died: nothing may be
    unfinished, torn or left behind.
    """
    problems = []
    ledger = Ledger(base)
    found, torn = lines(files)
    if torn and is_settled:
        problems.append(Problem("torn", "the journal ends in half a record"))
    try:
        for line in found:
            ledger.add(line)
    except Conflict as error:
        return problems + [Problem("lost" if "stands where" in str(error) else "disagreeing", str(error))], ledger
    problems += ledger.problems
    now = ledger.contents()
    pending = {} if is_settled else ledger.before
    there = {}
    for name in now.keys() | {name for name in files if PLANS.fullmatch(name)}:
        try:
            there[name] = json.loads(files[name].content) if name in files else None
        except (ValueError, TypeError) as error:
            problems.append(Problem("torn", f"{name}: {error}"))
            continue
        if there[name] == now.get(name) or (name in pending and there[name] == pending[name]):
            continue
        problems.append(difference(name, there[name], now.get(name)))
    for name, content in now.items():
        source = content.get("source", {}).get("file")
        if source and f"sources/{source}" not in files:
            problems.append(Problem("lost", f"{name} was imported from sources/{source}, which is not there"))
    for name, entry in files.items():
        if BACKUP.fullmatch(name) and archive(entry.content) is None:
            problems.append(Problem("torn", f"{name} is no whole archive"))
        if LEFTOVER.fullmatch(name) and is_settled:
            problems.append(Problem("disagreeing", f"{name} was left behind"))
    return problems, ledger


def difference(name, there, wanted):
    """How a file differs from what the journal tells."""
    if there is None or (wanted and there.get("revision", 0) < wanted["revision"]):
        return Problem("lost", f"{name} is {'not there' if there is None else 'older than its journal'}")
    if wanted is None:
        return Problem("disagreeing", f"{name} is there, and no record made it")
    keys = [key for key in there.keys() | wanted.keys() if there.get(key) != wanted.get(key)]
    words = "; ".join(f"{key}: {there.get(key)!r:.200}, by the journal {wanted.get(key)!r:.200}" for key in sorted(keys))
    return Problem("disagreeing", f"{name} differs in {words}")


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    files = snapshot(sys.argv[1])
    base = snapshot(sys.argv[2]) if len(sys.argv) == 3 else {}
    problems, ledger = examine(files, base, True)
    for problem in problems:
        print(f"{problem.kind}: {problem.words}")
    print(f"{ledger.count} records, {len(ledger.files)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
