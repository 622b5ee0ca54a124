"""Times tabayun on inputs far larger than a dossier. The rows join the table of peers.py.

The reports are made here, of invented towns and bodies, the same on every run.
"""
import os, random, re, shutil, subprocess, tempfile, time

TOWNS = "المرجان اللؤلؤ الصنوبر الزيتون الياسمين الكرز الرمان السنديان".split()
VERBS = "أعلنت أكدت ذكرت نفت أوضحت أضافت".split()
BODIES = ["إدارة الميناء", "بلدية الجزيرة", "شركة العبارات", "هيئة الأرصاد", "نقابة البحارة"]
THINGS = ("السفينة الرصيف الركاب العاصفة الموج الصيانة التذاكر الطريق الجسر السوق المدرسة المستشفى الحديقة البناء "
          "المحرك الوقود الحريق الفيضان القطار المحطة الكهرباء المياه الاجتماع العمال الزوار المدينة القرية الشاطئ").split()
DAYS = "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split()


def sentence(dice):
    pick = dice.choice
    return (f"{pick(VERBS)} {pick(BODIES)} في {pick(TOWNS)} يوم {pick(DAYS)} أن {pick(THINGS)} أصابت قرب {pick(THINGS)} "
            f"{dice.randint(11, 90)} شخصا وكلفت {dice.randint(2, 90)} مليون دولار خلال {dice.randint(3, 9)} ساعات.")


def plain(dice):
    """A sentence without a figure; every second one is, so that claims stand about as near to each
    other as in the news (a dozen in a kilobyte)."""
    pick = dice.choice
    return f"ولم تصدر {pick(BODIES)} بيانا عن {pick(THINGS)} ولا عن {pick(THINGS)}، وانتظر كثيرون قرب {pick(THINGS)} ما يقال عن {pick(THINGS)}."


def report(dice, size):
    parts = [f"{dice.choice(THINGS)} و{dice.choice(THINGS)} في {dice.choice(TOWNS)}"]
    while sum(map(len, parts)) * 1.8 < size:
        parts += [sentence(dice), plain(dice)]
    return "\n\n".join(parts)


def write(folder, texts):
    os.makedirs(folder)
    for number, text in enumerate(texts):
        with open(f"{folder}/{number:05}.txt", "w", encoding="utf-8") as f:
            f.write(text)
    return folder


def one_event(dice, count):
    """Reports that share sentences; a third of these with other figures."""
    base = [sentence(dice) for _ in range(25)]
    other = lambda s: re.sub(r"\d+", lambda _: str(dice.randint(11, 90)), s) if dice.random() < 0.3 else s
    return ["العاصفة في المرجان\n\n" + "\n\n".join(map(other, dice.sample(base, 12))) for _ in range(count)]


def busy(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as f:
        return sum(map(int, f.read().rsplit(")", 1)[1].split()[11:13]))


def settle(p, limit=600):
    """Reads on until the program has done nothing for a second."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < limit:
        before = busy(p.pid)
        until = time.perf_counter() + 1
        while time.perf_counter() < until:
            p.read(0.05)
        if busy(p.pid) == before:
            return


def folder_of_many(start, folder):
    p = start(folder)
    listed = p.until(rb"00001")
    settle(p)
    memory = p.status("VmHWM") / 1024
    os.write(p.fd, b"/")
    p.quiet()
    p.seen = b""
    begin = time.perf_counter()
    os.write(p.fd, "الرصيف".encode())
    # The colour of a hit in the dark theme.
    p.until(rb"48;5;179")
    found = time.perf_counter() - begin
    p.end(b"\x1b\x1bqqq")
    return [("10,000 reports (20 MB): a list on the screen", "≤ 300 ms", f"{listed * 1e3:.0f} ms"),
            ("folded search in all of it, to the first hit", "≤ 50 ms", f"{found * 1e3:.0f} ms"),
            ("memory with all claims read and compared", "≤ 250 MB", f"{memory:.0f} MB")]


def one_of_thirty(start, path):
    p = start(path)
    worst, begin = 0.0, time.perf_counter()
    for n in range(40):
        os.write(p.fd, b"\x0c")
        asked = time.perf_counter()
        while not p.read(0.02) and time.perf_counter() - asked < 30:
            pass
        worst = max(worst, time.perf_counter() - asked)
        while time.perf_counter() < begin + 0.1 * (n + 1):
            p.read(0.01)
    asked = time.perf_counter()
    p.end(b"q")
    ended = time.perf_counter() - asked
    return [("a file of 30 MB: slowest answer to a key in its first four seconds", "", f"{worst * 1e3:.0f} ms"),
            ("and `q` in the middle of it", "", f"{ended * 1e3:.0f} ms")]


def events(program, env, home, dice):
    seconds = {}
    for count in (100, 200, 400):
        folder = write(f"{home}/event{count}", one_event(dice, count))
        begin = time.perf_counter()
        subprocess.run([program, "compare", "--format", "json", folder], env=env, stdout=subprocess.DEVNULL, check=False)
        seconds[count] = time.perf_counter() - begin
    return [("200 reports of one event: read, compared, printed", "≤ 1 s", f"{seconds[200]:.2f} s"),
            ("growth from 100 to 200, to 400", "2, 4: not the square", f"{seconds[200] / seconds[100]:.1f}, {seconds[400] / seconds[100]:.1f}")]


def rows(program, env, start):
    """The rows of the table for large inputs; `start` runs the program on a path in a terminal."""
    home = tempfile.mkdtemp()
    dice = random.Random(7)
    try:
        many = write(f"{home}/many", (report(dice, 2000) for _ in range(10_000)))
        page = report(dice, 300_000)
        big = write(f"{home}/big", [page * 100])
        return [*folder_of_many(start, many), *one_of_thirty(start, f"{big}/00000.txt"), *events(program, env, home, dice)]
    finally:
        shutil.rmtree(home, ignore_errors=True)
