#!/usr/bin/env python3
"""Times tabayun beside less, vim -d and newsboat: the same rounds, interleaved, in a pty.

    peers.py PROGRAM [--rounds N] [--instructions] [--large]

Each round starts every program once on the five reports (less on one of them, newsboat on its
feed list) in a 120×40 pseudo-terminal, waits for the first complete frame (the marker that only a
complete frame holds), then for the answers to keys. Ratios are taken inside each round; the table
gives the median over the rounds. With --instructions, one more run of tabayun and less under
callgrind counts instructions from start to first frame to quit. tabayun is started twice in each
round: on reports that it opened before, as newsboat lists what it fetched before, and with nothing
in its cache, as on the first day. With --large, folders and files
far larger than a dossier as well (large.py). The table is printed as the README has it. Needs
Debian's less, vim, newsboat, valgrind.
"""
import argparse, fcntl, glob, os, pty, re, select, shutil, signal, statistics, struct, sys, tempfile, termios, time

import large

SHARED = os.environ.get("TABAYUN_SHARED", "../shared")
ROWS, COLUMNS = 40, 120


class Program:
    """One program in a pseudo-terminal of its own."""

    def __init__(self, argv, env):
        self.begin = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], argv, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.seen = b""

    def read(self, timeout):
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        self.seen += data
        return data

    def until(self, marker, timeout=30):
        """Seconds from start to the read that brought the marker."""
        limit = time.perf_counter() + timeout
        while not re.search(marker, self.seen, re.S):
            if time.perf_counter() > limit:
                raise TimeoutError(f"no {marker!r} in {self.seen[-300:]!r}")
            self.read(0.05)
        return time.perf_counter() - self.begin

    def quiet(self, gap=0.15):
        while self.read(gap):
            pass

    def answer(self, keys, gap=0.06):
        """Seconds from the key to the last byte of the answer, and its bytes."""
        begin = last = time.perf_counter()
        size = 0
        os.write(self.fd, keys)
        while data := self.read(gap):
            last, size = time.perf_counter(), size + len(data)
        return last - begin, size

    def status(self, field):
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as f:
            return int(re.search(rf"^{field}:\s+(\d+)", f.read(), re.M)[1])

    def end(self, keys=b"q"):
        try:
            os.write(self.fd, keys)
            for _ in range(20):
                self.read(0.05)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return
        except OSError:
            pass
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except OSError:
            pass
        os.close(self.fd)


def newsboat_home(folder, seeds):
    """A feed of our own that lists the five reports."""
    items = "".join(f"<item><title>report {i}</title><guid>{i}</guid><description>{i}</description></item>" for i, _ in enumerate(seeds))
    with open(f"{folder}/feed.xml", "w", encoding="utf-8") as f:
        f.write(f'<?xml version="1.0"?><rss version="2.0"><channel><title>five reports</title><link>http://localhost/</link><description>d</description>{items}</channel></rss>')
    with open(f"{folder}/urls", "w", encoding="utf-8") as f:
        f.write(f"file://{folder}/feed.xml\n")
    with open(f"{folder}/config", "w", encoding="utf-8") as f:
        f.write("auto-reload no\n")


def instructions(argv, env, marker, keys):
    """Instructions of one run from start to first frame to quit, counted by callgrind."""
    with tempfile.TemporaryDirectory() as folder:
        p = Program(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", f"--log-file={folder}/log", *argv], env)
        p.until(marker, 120)
        p.quiet(1.0)
        os.write(p.fd, keys)
        for _ in range(200):
            p.read(0.05)
            if os.waitpid(p.pid, os.WNOHANG)[0]:
                break
        with open(f"{folder}/log", encoding="utf-8") as f:
            return int(re.search(r"Collected\s*:\s*(\d+)", f.read())[1])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--rounds", type=int, default=15)
    ap.add_argument("--instructions", action="store_true")
    ap.add_argument("--large", action="store_true")
    a = ap.parse_args()
    seeds = sorted(glob.glob(f"{SHARED}/seeds/*.txt"))
    home = tempfile.mkdtemp()
    newsboat_home(home, seeds)
    env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home,
               XDG_STATE_HOME=home, LINES=str(ROWS), COLUMNS=str(COLUMNS), TABAYUN_BIDI="direct", LESSHISTFILE="-")
    program = os.path.abspath(a.program)
    frame = "≠".encode() + rb".*\x1b\[\?2026l"
    # A folder of its own for each start: nothing was kept before.
    outside = lambda name: env | {"XDG_CACHE_HOME": tempfile.mkdtemp(dir=home)} if name == "first day" else env
    runs = {
        "tabayun": ([program, *seeds], frame, b"q"),
        "first day": ([program, *seeds], frame, b"q"),
        "less": (["less", seeds[0]], os.path.basename(seeds[0]).encode(), b"q"),
        "vim -d": (["vim", "-u", "NONE", "-i", "NONE", "-d", *seeds[:3]], rb"Press ENTER|\x1b\[\d+;\d+H\x1b\[\?25h", b":qa!\r:qa!\r"),
        "newsboat": (["newsboat", "-u", f"{home}/urls", "-c", f"{home}/cache", "-C", f"{home}/config"], rb"q:Quit", b"q"),
    }
    times = {name: [] for name in runs}
    answers, sizes, memory, wakeups, idle = [], [], [], [], []
    for round_number in range(a.rounds + 1):
        for name, (argv, marker, keys) in runs.items():
            p = Program(argv, outside(name))
            seconds = p.until(marker)
            if round_number:
                times[name].append(seconds)
            if name == "tabayun":
                p.quiet()
                for key in b"jjjjjjjj":
                    seconds, size = p.answer(bytes([key]))
                    answers.append(seconds)
                    sizes.append(size)
                memory.append(p.status("VmHWM"))
                if round_number == 1:
                    before = p.status("voluntary_ctxt_switches")
                    idle.append(len(p.read(3)))
                    wakeups.append(p.status("voluntary_ctxt_switches") - before)
            p.end(keys)
    ratio = lambda name, ours="tabayun": statistics.median(x / y for x, y in zip(times[ours], times[name]))
    middle = lambda name: f"{statistics.median(times[name]) * 1e3:.1f} ms"
    table = [
        ("start to first complete frame, five reports, claims compared", "≤ 2.5 × `less`", f"{ratio('less'):.2f} × ({middle('tabayun')}, {middle('less')})"),
        ("", "≤ 0.5 × `newsboat`", f"{ratio('newsboat'):.2f} × ({middle('newsboat')})"),
        ("", "beside `vim -d`", f"{ratio('vim -d'):.2f} × ({middle('vim -d')})"),
    ]
    table += [
        ("the same on the first day, nothing kept", "", f"{ratio('less', 'first day'):.2f} × `less` ({middle('first day')})"),
        ("", "", f"{ratio('newsboat', 'first day'):.2f} × `newsboat`"),
    ]
    if a.instructions:
        counts = {name: instructions(runs[name][0], outside(name), *runs[name][1:])
                  for name in ("tabayun", "less", "first day")}
        for name, words, bound in (("tabayun", "instructions from start to first frame to quit", "≤ 5 × `less`"),
                                   ("first day", "the same on the first day", "")):
            table.append((words, bound, f"{counts[name] / counts['less']:.2f} × ({counts[name] / 1e6:.1f}, {counts['less'] / 1e6:.1f} million)"))
    table += [
        ("key to last byte of the answer, 120×40, three panes", "≤ 2 ms", f"{statistics.median(answers) * 1e3:.2f} ms median, {max(answers) * 1e3:.2f} at most"),
        ("bytes of that answer", "≤ 4 KB", f"{statistics.median(sizes):.0f} median, {max(sizes)} at most"),
        ("idle for 3 s", "nothing", f"{sum(wakeups)} wake-ups, {sum(idle)} bytes"),
        ("memory with the five reports", "≤ 15 MB", f"{max(memory) / 1024:.1f} MB"),
    ]
    if a.large:
        table += large.rows(program, env, lambda path: Program([program, path], env))
    size = os.path.getsize(program) / 1e6
    table.append(("the program", "< 8 MB", f"{size:.1f} MB"))
    print("| measure | to reach | measured |\n|---|---|---|")
    for row in table:
        print("| " + " | ".join(row) + " |")
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
