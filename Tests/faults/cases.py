"""What can happen to a command at its system calls, and what must be true afterwards."""
import collections, json, os, re, shutil

import ledger
from commands import COMMANDS, MORE, READERS, TODAY, program
from ledger import Problem
from trial import MEMORY, Trial, calls, first_own, in_store, put, run, said, trace

WRITERS = COMMANDS | MORE
# What goes wrong at a call, and maybe at those behind it. A program may try again as long as it is interrupted.
FAULTS = {
    "killed": ["--do", "kill"], "killed behind": ["--do", "killed"],
    "EIO": ["--do", "error=EIO"], "EINTR": ["--do", "error=EINTR"], "ENOMEM": ["--do", "error=ENOMEM"],
    "short": ["--do", "short={half}"], "done but EIO": ["--do", "late=EIO"],
    "EIO on": ["--do", "error=EIO", "--count", "0", "--calls", "files"],
    "EIO on alike": ["--do", "error=EIO", "--count", "0", "--calls", "{name}"],
    "ENOMEM on": ["--do", "error=ENOMEM", "--count", "0", "--calls", "files"],
    "EINTR on": ["--do", "error=EINTR", "--count", "30", "--calls", "files"],
    "short on": ["--do", "short=0", "--count", "0", "--calls", "files"],
}
# Calls that no kernel refuses: where they fail, the system's libraries give up.
CERTAIN = {"getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "futex", "set_tid_address", "set_robust_list",
           "rseq", "arch_prctl", "sched_yield", "umask", "rt_sigaction", "rt_sigprocmask"}
SHORTENED = {"read", "write", "pread64", "pwrite64", "getdents64"}
CHANGING = {"open", "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2", "unlink",
            "unlinkat", "mkdir", "mkdirat", "fchmod", "chmod", "fchmodat", "fchown", "chown", "fchownat", "link", "linkat",
            "flock", "fcntl"}
WEIGHTY = CHANGING | {"read", "pread64", "getdents64"}
FINAL = {"exit", "exit_group", "execve", "rt_sigreturn"}
SECOND = {"killed again": ["--do", "kill"], "EIO again": ["--do", "error=EIO"]}
# Who else acts while a command stands at a call, on a task that it touches, and what is then to be found.
ANOTHER, MARK = "组织科", "插话"
TOUCHED = collections.defaultdict(lambda: "h11-2", {
    "move": "h11-1", "done": "h11-1", "split": "h11-1", "undo": "h11-1", "report": "h11-1", "archive": "h12-1",
    "unarchive": "h12-1", "undo archive": "h12-1", "close": "h12-1", "update plan": "h13-1"})
LOCKS = {"removed": "rm -f store/.lock", "replaced": "cp -p store/.lock lock && mv lock store/.lock",
         "emptied": "cp /dev/null lock && mv lock store/.lock", "renamed": "mv store/.lock lock.renamed"}
KINDS = ["stuck", "trapped", "lost", "torn", "disagreeing"]
Case = collections.namedtuple("Case", "name call then fault")
Outcome = collections.namedtuple("Outcome", "case verdict words store place")


def options(call, number, fault):
    """How `syscalls` is told; nothing where this cannot happen to this call."""
    half = int(call.result) // 2 if re.fullmatch(r"\d+", call.result) else 0
    is_none = call.name in FINAL and fault != "killed" or call.name in CERTAIN and not fault.startswith("killed")
    is_none = is_none or fault == "short" and (call.name not in SHORTENED or half == 0)
    is_none = is_none or fault == "done but EIO" and call.name not in CHANGING
    # Memory that is refused for good is no case of its own.
    is_none = is_none or " on" in fault and call.name in MEMORY
    if is_none:
        return []
    return ["--at", str(number), *(word.format(half=half, name=call.name) for word in FAULTS[fault])]


class Command:
    """A command that something happens to."""

    def __init__(self, name, folder):
        self.name = name
        self.trial = Trial(name, *WRITERS[name], folder)

    def cases(self, numbers):
        """All that can happen to it; of what happens before its own work a sample, but for one command."""
        whole = self.name == "report"
        for number, call in enumerate(self.trial.calls, 1):
            if number < self.trial.own and not whole and numbers.random() > 0.03:
                continue
            for fault in FAULTS:
                if options(call, number, fault):
                    yield Case(self.name, number, 0, fault)

    def attempt(self, case, box):
        put(box, self.trial.files)
        if case.then:
            return self.attempt_twice(case, box)
        call = self.trial.calls[case.call - 1]
        ended = trace(box, self.trial.command, options(call, case.call, case.fault))
        # The number may have come upon another one.
        is_memory = (ended.reached or "").split("\t")[0] in MEMORY and not case.fault.startswith("killed")
        store, state, problems = self.trial.judged(box, ended, case.call, case.fault.startswith("killed"), is_memory)
        well = "memory" if is_memory and ended.code < 0 else "after" if state else "before"
        return outcome(case, problems, well, store, ended, box)

    def is_weighty(self, case):
        return not case.then and case.call >= self.trial.own and self.trial.calls[case.call - 1].name in WEIGHTY

    def attempt_twice(self, case, box):
        trace(box, self.trial.command, ["--at", str(case.call), "--do", "kill"])
        first = in_store(box)
        ended = trace(box, self.trial.again(box), ["--at", str(case.then), *SECOND[case.fault]])
        store, state, problems = self.trial.judged_twice(box, ended, first)
        return outcome(case, problems, "after", store, ended, box)

    def seconds(self, call, box):
        """What can happen to the command that follows a death at that call."""
        put(box, self.trial.files)
        trace(box, self.trial.command, ["--at", str(call), "--do", "kill"])
        _, listed = calls(box, self.trial.again(box))
        return [Case(self.name, call, number, fault) for number in range(first_own(listed, box), len(listed)) for fault in SECOND
                if fault == "killed again" or listed[number - 1].name not in CERTAIN]


class Reader:
    """A command that changes nothing, to which something happens: it says what it says otherwise, or that it cannot say it."""

    def __init__(self, name, folder):
        self.name = name
        self.trial = Trial(name, *READERS[name], folder)

    def cases(self, numbers):
        for number, call in enumerate(self.trial.calls, 1):
            if number >= self.trial.own:
                for fault in FAULTS:
                    if not fault.startswith("killed") and options(call, number, fault):
                        yield Case(self.name, number, 0, fault)

    is_weighty = Command.is_weighty

    def attempt(self, case, box):
        put(box, self.trial.files)
        call = self.trial.calls[case.call - 1]
        ended = trace(box, self.trial.command, options(call, case.call, case.fault))
        is_memory = (ended.reached or "").split("\t")[0] in MEMORY
        problems = self.trial.ends(ended, is_memory=is_memory)
        files = in_store(box)
        if {**files, ".lock": None} != {**self.trial.store, ".lock": None}:
            problems.append(Problem("disagreeing", "a reader changed the store"))
        well, answer = self.trial.ended.code, said(self.trial.ended.output)
        # Where something is wrong there may be more to say, or less; but then it says that.
        is_well = ended.code == 0 if well == 0 or self.trial.command[0] != "check" else ended.code != 3
        if is_well and (ended.code, said(ended.output)) != (well, answer):
            problems.append(Problem("lost", f"it ends with {ended.code}, as if nothing were amiss, and leaves something out"))
        return outcome(case, problems, "memory" if is_memory and ended.code < 0 else "after", None, ended, box)


class Pair:
    """Two commands: one stands at a call of its, and the other runs until it has ended or waits for the first."""

    def __init__(self, name, base, held, other, folder):
        self.name, self.base, self.held, self.other = name, base, held, other
        box = f"{folder}/pair{os.getpid()}"
        put(box, base.files)
        self.own, self.changing = self.counted(box, held)
        self.others = self.counted(box, other) if self.takes_turns else ([], [])
        shutil.rmtree(box)

    def counted(self, box, command):
        """The numbers of a command's own calls, and of those by which it may change something."""
        put(box, self.base.files)
        _, listed = calls(box, command)
        own = range(first_own(listed, box), len(listed))
        return list(own), [number for number in own if listed[number - 1].name in CHANGING]

    def cases(self, numbers):
        """The other one runs to its end; or only to a call of its, and then to its end behind the first."""
        for number in self.own:
            yield Case(self.name, number, 0, self.fault)
            for then in [numbers.choice(others) for others in self.others if others]:
                yield Case(self.name, number, then, f"{self.fault}, in turns")

    def is_weighty(self, case):
        return case.call in self.changing

    def stand(self, case, box):
        put(box, self.base.files)
        turn = ["--other-at", str(case.then)] if case.then else []
        return trace(box, self.held, ["--at", str(case.call), "--do", "hold", *turn], self.other)

    def ends(self, ended):
        other = self.base.ends(ended._replace(code=ended.other)) if ended.other is not None else []
        return self.base.ends(ended) + other


class TwoWriters(Pair):
    """One of them is the trial's command; the other is another's report. What is acknowledged is there in the end."""
    fault, takes_turns = "another writes", False

    def __init__(self, name, base, is_report_held, lock, folder):
        report = ["report", TOUCHED[base.name], "-m", MARK, "--as", ANOTHER]
        pair = (report, base.command) if is_report_held else (base.command, report)
        self.is_report_held = is_report_held
        if lock:
            self.fault, self.takes_turns = "lock taken away", True
            pair = (base.command, ["sh", "-c", f"{LOCKS[lock]}; exec \"$@\"", "sh", program, *report, "--as-of", TODAY])
        super().__init__(name, base, *pair, folder)

    def attempt(self, case, box):
        ended = self.stand(case, box)
        problems = self.ends(ended)
        files = in_store(box)
        found, book = self.base.unknown(files)
        found += self.base.kept(files, False)
        codes = (ended.other, ended.code) if self.is_report_held else (ended.code, ended.other)
        lines = ledger.lines(files)[0][self.base.states[0].count:]
        try:
            made = [json.loads(line) for line in lines]
        except ValueError:
            made = []
        own = [record["command"] for record in made if record["by"] != ANOTHER]
        others = [record["command"] for record in made if record["by"] == ANOTHER]
        if (own != self.base.made if codes[0] == 0 else own not in ([], self.base.made)):
            problems.append(Problem("lost", f"{self.base.name} ended with {codes[0]}, its records: {own}"))
        if (others != ["report"] if codes[1] == 0 else others not in ([], ["report"])):
            problems.append(Problem("lost", f"the report ended with {codes[1]}, its records: {others}"))
        if codes[1] == 0 and MARK not in json.dumps(book.contents(), ensure_ascii=False):
            problems.append(Problem("lost", f"the report is in no plan; {self.base.name} ended with {codes[0]}"))
        store, more = self.base.settled(box, files, None, bool(found))
        return outcome(case, problems + found + more, "after" if ended.code == 0 else "before", store, ended, box)


class WriterAndReader(Pair):
    """One of them changes nothing: what it says is what it says before the other, or after it."""
    fault, takes_turns = "another reads", True

    def __init__(self, name, base, reader, is_reader_held, folder):
        command = READERS[reader][1]
        self.is_reader_held = is_reader_held
        super().__init__(name, base, *((command, base.command) if is_reader_held else (base.command, command)), folder)
        if is_reader_held:
            self.fault = "read meanwhile"
        box = f"{folder}/pair{os.getpid()}"
        put(box, base.files)
        before = run(box, command)
        run(box, base.command)
        self.answers = [(done.returncode, said(done.stdout)) for done in (before, run(box, command))]
        shutil.rmtree(box)

    def attempt(self, case, box):
        ended = self.stand(case, box)
        problems = self.ends(ended)
        answer = (ended.code, said(ended.output)) if self.is_reader_held else (ended.other, said(ended.other_output))
        # Who is told to try again has seen nothing.
        if answer[0] not in (None, 75) and answer not in self.answers:
            seen = " ".join(dict.fromkeys(re.findall(r'"(?:id|code|name)": "([^"]+)"', json.dumps(answer[1], ensure_ascii=False, default=str))))
            problems.append(Problem("disagreeing", f"the reader saw neither the state before nor that after: {seen};"
                                                   f" it ended with {answer[0]} {ended.errors}"))
        code = ended.other if self.is_reader_held else ended.code
        if code not in (0, None):
            problems.append(Problem("disagreeing", f"{self.base.name} ended with {code} beside a reader: {ended.errors}"))
        return outcome(case, problems, "after", None, ended, box)


def outcome(case, problems, well, store=None, ended=None, box=""):
    """The worst of what is wrong, with the rest behind it."""
    problems = sorted(problems, key=lambda problem: KINDS.index(problem.kind))
    words = "; ".join(dict.fromkeys(" ".join(problem.words.split()) for problem in problems))
    place = (ended and ended.reached or "").replace(f"{box}/", "").replace("\t", " ")
    return Outcome(case, problems[0].kind if problems else well, words, store, place)
