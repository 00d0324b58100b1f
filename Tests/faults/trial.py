"""A command on a store of its own under `syscalls`: what it says there, and what is made of what it leaves behind."""
import collections, functools, hashlib, json, os, pathlib, re, shutil, subprocess, tempfile

import commands
import ledger
from commands import EXITS, FOLLOWING, HERE, set_up, unstamped, words
from ledger import Problem

VIEWS = [["list", "--json"], ["units", "--json"], ["campaign", "list", "--all", "--json"], ["log", "--json"]]
# What is killed a second time.
INTERRUPTED = ["unit", "add", "来过的科室"]
MEMORY = {"mmap", "munmap", "mremap", "mprotect", "brk", "madvise"}
LIMIT = 10
Call = collections.namedtuple("Call", "name result about")
Ended = collections.namedtuple("Ended", "code other reached is_stuck output other_output errors")
State = collections.namedtuple("State", "exists count contents backups views")


# MARK: Running

def environment(folder):
    # Sets and dictionaries in the same order each time: the same calls.
    return commands.environment(folder) | {"SWIFT_DETERMINISTIC_HASHING": "1"}


def run(box, command):
    return commands.run(box, command, environment=environment)


def said(output):
    """What a reader said, without moments, and without logins: those are read from the system."""
    try:
        return unstamped(json.loads(re.sub(rb'"login" : "[^"]*"', b'"login" : null', output)))
    except ValueError:
        return output


def findings(doctor):
    try:
        return " ".join(problem["text"] for problem in json.loads(doctor.stdout)["problems"])
    except ValueError:
        return doctor.stderr.decode().strip()


@functools.cache
def tool():
    """The path of the C program, which is made anew where it is older than what it is made from."""
    folder = pathlib.Path(HERE, "../../.build/faults").resolve()
    made = folder / "syscalls"
    sources = [*pathlib.Path(HERE).glob("*.[ch]")]
    if not made.exists() or made.stat().st_mtime < max(source.stat().st_mtime for source in sources):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as name:
            compiler = shutil.which("cc") or "clang"
            subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-o", f"{name}/syscalls", f"{HERE}/syscalls.c"],
                           check=True)
            os.rename(f"{name}/syscalls", made)
    return str(made)


def trace(box, command, options=(), other=()):
    """Runs a command under `syscalls`; `other` is what is run while it is held."""
    call = [tool(), "--report", f"{box}.report", "--output", f"{box}.other", "--limit", str(LIMIT), *options, "--",
            *words(box, command), *(["--", *words(box, other)] if other else [])]
    done = subprocess.run(call, cwd=box, env=environment(box), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=LIMIT * 6)
    if done.returncode != 0:
        raise RuntimeError(f"syscalls ends with {done.returncode}: {done.stderr.decode()}")
    report = dict(line.partition(" ")[::2] for line in pathlib.Path(f"{box}.report").read_text(errors="replace").splitlines())
    other_code, other_output = None, b""
    if "other" in report:
        other_code, other_output = int(report["other"]), pathlib.Path(f"{box}.other").read_bytes()
    return Ended(int(report["end"]), other_code, report.get("reached"), report["stuck"] == "1", done.stdout, other_output,
                 done.stderr.decode(errors="replace").strip())


def calls(box, command):
    """Runs a command and says how it ended, and its calls."""
    place = f"{box}.list"
    ended = trace(box, command, ["--list", place])
    lines = pathlib.Path(place).read_text(errors="replace").splitlines()
    return ended, [Call(*line.split("\t")[1:4]) for line in lines]


def first_own(listed, box):
    """The number of the first call that concerns the store, or what stands beside it. Before, a program looks for itself."""
    return next(number for number, call in enumerate(listed, 1)
                if call.about.startswith(f"{box}/") and not call.about.startswith(f"{box}/.config"))


def put(box, files):
    """A folder with exactly these files."""
    shutil.rmtree(box, ignore_errors=True)
    os.mkdir(box)
    for name, (mode, content) in sorted(files.items()):
        path = f"{box}/{name}"
        if content is None:
            os.mkdir(path)
        else:
            with open(path, "wb") as file:
                file.write(content)
        os.chmod(path, mode)


def within(files):
    """Of a folder's files those of the store, by their names there."""
    return {name.removeprefix("store/"): entry for name, entry in files.items() if name.startswith("store/")}


def in_store(box):
    return ledger.snapshot(f"{box}/store")


def backups(files):
    return [name for name in files if ledger.BACKUP.fullmatch(name)]


# MARK: Trials

class Trial:
    """A command, the store it is run on, the calls that it makes there, and the states before and after it."""

    memory = {}

    def __init__(self, name, preparation, command, folder):
        self.name, self.command = name, command
        box = f"{folder}/{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        set_up(pathlib.Path(box), preparation)
        self.files = ledger.snapshot(box)
        self.store = within(self.files)
        self.is_store = "store.json" in self.store
        self.exits = {0, 1, 2, 3} if command[0] == "check" else EXITS
        # The store before its first record. The demonstration begins whole.
        self.begun = None
        if command[0] != "demo":
            set_up(pathlib.Path(f"{box}0"), [], [["init"]])
            self.begun = in_store(f"{box}0")
        self.states, self.known, self.names = [], [], set()
        self.remember(box)
        self.ended, self.calls = calls(box, command)
        self.own = first_own(self.calls, box)
        # Before that, the program is not there yet.
        self.loaded = next((number for number, call in enumerate(self.calls, 1) if call.name == "munmap"), 0)
        self.remember(box)
        lines = ledger.lines(in_store(box))[0][self.states[0].count:]
        self.made = [json.loads(line)["command"] for line in lines]
        # From this call on it has happened, and the command says so.
        self.saved = max((number for number, call in enumerate(self.calls, 1) if call.name in ("fsync", "fdatasync")
                          and call.about.startswith(f"{box}/store/journal")), default=0)
        # What looks at everything again says what it finds then; and who waits for a child has not the same calls each time.
        is_waiting = any(call.name in ("clone", "clone3", "fork", "vfork") for call in self.calls)
        if not self.is_store or not self.made or command[0] == "doctor" or is_waiting:
            self.saved = len(self.calls)
        shutil.rmtree(box)

    def examine(self, files, is_settled, first=None):
        return ledger.examine(files, self.begun or first or files, is_settled)

    def remember(self, box):
        """The state that a store is in, and what does not agree in it without any fault: that is told once."""
        files = in_store(box)
        self.names.add(ledger.without_moments(files))
        if "store.json" not in files:
            self.states.append(State(False, 0, {}, 0, []))
            self.known.append(set())
            return
        problems, book = self.examine(files, True)
        views = [said(run(box, view).stdout) for view in VIEWS]
        self.states.append(State(True, book.count, unstamped(book.contents()), len(backups(files)), views))
        self.known.append(set(problems))

    def unknown(self, files, first=None):
        """What does not agree in a store, but for what does not without any fault either; and what its journal tells."""
        problems, book = self.examine(files, False, first)
        return [problem for problem in problems if problem not in self.known[0] | self.known[1]], book

    def identified(self, files):
        """Which of its states a store is in, and what does not agree in it."""
        if "store.json" not in files:
            return (None, [Problem("lost", "store.json is not there")]) if self.is_store else (0, [])
        problems, book = self.unknown(files)
        problems += self.kept(files)
        contents = unstamped(book.contents())
        fitting = [place for place, state in enumerate(self.states)
                   if state.exists and state.count == book.count and state.contents == contents]
        if len(fitting) == 2:
            fitting = [1] if len(backups(files)) >= self.states[1].backups else [0]
        if not fitting and not problems:
            counts = " or ".join(str(state.count) for state in self.states)
            words = f"{book.count} records, not {counts}, or other contents than before and after"
            problems.append(Problem("disagreeing", words))
        return fitting[0] if fitting else None, problems

    def kept(self, files, is_alone=True):
        """What must be there whatever happens: the records there were, others' files, whole backups."""
        found = []
        old, new = ledger.lines(self.store)[0], ledger.lines(files)[0]
        if new[:len(old)] != old:
            count = sum(line in new for line in old)
            found.append(Problem("lost", f"of {len(old)} records of the journal {count} are where they were"))
        for name, entry in self.store.items():
            is_fixed = entry.content is not None and (name.startswith("backups/") or not ledger.OURS.fullmatch(name))
            if is_fixed and (name not in files or files[name].content != entry.content):
                found.append(Problem("lost", f"{name} is not as it was"))
        for name, entry in files.items():
            if name in self.store or entry.content is None:
                continue
            if not ledger.OURS.fullmatch(name) and not ledger.LEFTOVER.fullmatch(name):
                found.append(Problem("disagreeing", f"{name} is no file of a store"))
        for name in set(backups(files)) - set(self.store):
            held = ledger.archive(files[name].content)
            for other, entry in self.store.items() if held is not None else ():
                if entry.content is None or not ledger.HELD.fullmatch(other):
                    continue
                # It was made of what stood there when the command began, or of what stands there now.
                if other not in held:
                    found.append(Problem("lost", f"the backup {name} leaves out {other}"))
                elif is_alone and held[other] not in (entry.content, files.get(other, entry).content):
                    found.append(Problem("lost", f"the backup {name} has another {other}"))
        return found

    def beside(self, files, is_settled, is_dead=True):
        """What stands beside the store is as it was. A dead one leaves copies for converters behind."""
        found = {name: entry for name, entry in files.items() if not re.match("store(/|$)", name)}
        changed = [name for name, entry in self.files.items()
                   if not re.match("store(/|$)", name) and found.pop(name, None) != entry]
        left = [name for name in found if name != "lock.renamed" and (is_settled or "duban" not in name)
                and not (is_dead and name.startswith("tmp/"))]
        return [Problem("disagreeing", f"outside the store: {name} is not as it was") for name in changed + left]

    def modes(self, files):
        """Everything is shared as it was, or as its folder is."""
        found = []
        for name, entry in files.items() if self.is_store else ():
            wanted = self.store[name].mode if name in self.store else 0o2770 if entry.content is None else 0o660
            if entry.mode != wanted:
                found.append(Problem("disagreeing", f"{name} has the mode {entry.mode:o}, not {wanted:o}"))
        return found

    # MARK: What follows

    def settled(self, box, files, state, is_unsound, first=None):
        """What readers, `doctor` and the next command make of a store: a name for it, and what does not agree. Worked out
        once for stores that differ in moments only."""
        name = ledger.without_moments(files)
        key = (self.name, state, is_unsound, name)
        if key not in Trial.memory:
            Trial.memory[key] = list(self.settling(box, state, is_unsound, first))
        return name, Trial.memory[key]

    def settling(self, box, state, is_unsound, first):
        is_there = os.path.exists(f"{box}/store/store.json")
        if state is not None and is_there:
            for view, wanted in zip(VIEWS, self.states[state].views):
                if said(run(box, view).stdout) != wanted:
                    when = "after" if state else "before"
                    yield Problem("disagreeing", f"{' '.join(view)} does not show what was there {when} the command")
        if is_unsound and run(box, ["doctor", "--json"]).returncode == 0:
            yield Problem("disagreeing", "doctor finds nothing wrong")
        if not is_there:
            again = run(box, self.command)
            if again.returncode != 0:
                yield Problem("disagreeing", f"it cannot be done again: {again.returncode}: {again.stderr.decode().strip()}")
                return
            state, problems = self.identified(in_store(box))
            yield from problems
            if state != 1 and not problems:
                yield Problem("lost", "done again, it is not what it is at once")
        before = in_store(box)
        following = run(box, FOLLOWING)
        if following.returncode != 0:
            yield Problem("disagreeing",
                          f"the next command ends with {following.returncode}: {following.stderr.decode().strip()}")
            return
        around = ledger.snapshot(box)
        files = within(around)
        problems, _ = ledger.examine(files, self.begun or first or before, True)
        known = self.known[state] if state is not None else self.known[0] | self.known[1]
        unknown = [problem for problem in problems if problem not in known]
        old, new = ledger.lines(before)[0], ledger.lines(files)[0]
        if new[:-1] != old:
            unknown.append(Problem("lost", f"behind the next command there are {len(new)} records; there were {len(old)}"))
        unknown += self.kept(files, state is not None)
        yield from unknown + self.modes(files) + self.beside(around, True)
        doctor = run(box, ["doctor", "--json"])
        if doctor.returncode == 0 and unknown:
            yield Problem("disagreeing", "doctor finds nothing wrong behind the next command")
        if doctor.returncode != 0 and not problems:
            yield Problem("disagreeing",
                          f"doctor ends with {doctor.returncode} behind the next command: {findings(doctor)}")

    # MARK: What is promised

    def ends(self, ended, is_killed=False, is_memory=False, is_loading=False):
        """Whether it ended as a command may."""
        if ended.is_stuck:
            return [Problem("stuck", f"no end within {LIMIT} seconds")]
        if ended.code < 0 or ended.code == 70:
            is_expected = is_killed and ended.code == -9 or is_memory or is_loading
            return [] if is_expected else [Problem("trapped", f"ends with {ended.code}: {ended.errors}")]
        if ended.code in self.exits or is_loading:
            return []
        return [Problem("disagreeing", f"ends with {ended.code}: {ended.errors}")]

    def judged(self, box, ended, call, is_killed, is_memory):
        """What became of the command and its store: a name for the store, its state, what is wrong."""
        files = ledger.snapshot(box)
        state, found = self.identified(within(files))
        problems = self.ends(ended, is_killed, is_memory, call <= self.loaded) + found
        problems += self.beside(files, False, ended.code < 0)
        if ended.code == 0 and state == 0:
            problems.append(Problem("lost", "it ends with 0, but what it did is not there"))
        if call > self.saved and ended.code >= 0 and not ended.is_stuck:
            if state == 0:
                problems.append(Problem("lost", "it is not there, though its record was made durable"))
            elif ended.code != 0:
                problems.append(Problem("disagreeing", f"it is saved, but ends with {ended.code}: {ended.errors}"))
        name, more = self.settled(box, within(files), state, bool(found))
        return name, state, problems + more

    def again(self, box):
        """What a second death interrupts."""
        return INTERRUPTED if os.path.exists(f"{box}/store/store.json") else self.command

    def judged_twice(self, box, ended, first):
        """The same, where the command that followed died too. `first` is the store behind the first death, if it was one."""
        files = in_store(box)
        problems = [Problem("stuck", f"no end within {LIMIT} seconds")] if ended.is_stuck else []
        found = []
        if "store.json" in files:
            found = self.unknown(files, first if "store.json" in first else None)[0] + self.kept(files)
            if "store.json" in first:
                lines, before = ledger.lines(files)[0], ledger.lines(first)[0]
                if lines[:len(before)] != before or len(lines) > len(before) + 1:
                    found.append(Problem("lost", f"{len(lines)} records behind the second death, {len(before)} behind the first"))
        elif self.is_store:
            found.append(Problem("lost", "store.json is not there"))
        name, more = self.settled(box, files, None, bool(found), first if "store.json" in first else None)
        return name, None, problems + found + more
