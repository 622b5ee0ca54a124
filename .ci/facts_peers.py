#!/usr/bin/env python3
"""Times `tabayun facts --jsonl` beside the installable programs that read values in Arabic text.

    facts_peers.py PROGRAM [--rounds N]

Interleaved rounds on the paragraphs of the five reports: Maha (numerals, durations, times,
ordinals), dateparser (dates) and Duckling (all dimensions that it has for Arabic) read every
paragraph once; tabayun reads them repeated to 5 MB, because one pass is over before it can be
timed. A figure is megabytes of UTF-8 a second, on one core, start of the program left out for the
peers and left in for tabayun. The peers come from PyPI, into a virtual environment of their own:
    python3 -m venv DIR; DIR/bin/pip install mahad==0.3.0 dateparser pyduckling-native-phihos
    DIR/bin/pip install --no-deps regex==2022.3.15
and PYTHON=DIR/bin/python names it.
"""
import glob, json, os, statistics, subprocess, sys, time

SHARED = os.environ.get("TABAYUN_SHARED", "../shared")

PEERS = {
    "mahad 0.3.0": """
from maha.parsers.functions import parse_dimension
def read(text):
    return parse_dimension(text, numeral=True, duration=True, time=True, ordinal=True)
""",
    "dateparser": """
from dateparser.search import search_dates
def read(text):
    return search_dates(text, languages=["ar"])
""",
    "duckling (Arabic)": """
from duckling import *
zones = load_time_zones("/usr/share/zoneinfo")
locale = parse_locale("AR_EG", default_locale_lang(parse_lang("AR")))
context = Context(parse_ref_time(zones, "Asia/Riyadh", 1755259200), locale)
dimensions = parse_dimensions(["numeral", "ordinal", "time", "duration", "quantity", "amount-of-money", "volume"])
def read(text):
    return parse(text, context, dimensions, False)
""",
}

MEASURE = """
import sys, time, json
texts = json.load(sys.stdin)
read(texts[0])
begin = time.perf_counter()
found = 0
for text in texts:
    try:
        found += len(read(text) or [])
    except Exception:
        pass
print(json.dumps([sum(len(t.encode()) for t in texts), time.perf_counter() - begin, found]))
"""


def paragraphs():
    texts = []
    for path in sorted(glob.glob(f"{SHARED}/seeds/*.txt")):
        with open(path, encoding="utf-8") as f:
            texts += [line.strip() for line in f if line.strip()]
    return texts


def peer(code, texts):
    python = os.environ.get("PYTHON", sys.executable)
    run = subprocess.run([python, "-c", code + MEASURE], input=json.dumps(texts), capture_output=True,
                         text=True, timeout=900)
    if run.returncode:
        return None
    size, seconds, found = json.loads(run.stdout.splitlines()[-1])
    return size / 1e6 / seconds, found


def ours(program, reports):
    lines = "".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(reports))
    times = max(1, 5_000_000 // len(lines.encode()))
    data = (lines * times).encode()
    begin = time.perf_counter()
    run = subprocess.run(["taskset", "-c", "0", program, "facts", "--jsonl"], input=data, capture_output=True, timeout=900)
    seconds = time.perf_counter() - begin
    found = sum(len(json.loads(line)["facts"]) for line in run.stdout.splitlines()[:len(reports)])
    return len(data) / 1e6 / seconds, found


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 3
    texts = paragraphs()
    if not texts:
        sys.exit(f"No reports at {SHARED}/seeds: set TABAYUN_SHARED.")
    reports = []
    for path in sorted(glob.glob(f"{SHARED}/seeds/*.txt")):
        with open(path, encoding="utf-8") as f:
            reports.append(f.read())
    figures = {}
    for _ in range(rounds):
        figures.setdefault("tabayun facts", []).append(ours(program, reports))
        for name, code in PEERS.items():
            figures.setdefault(name, []).append(peer(code, texts))
    print("| program | MB/s (median) | times slower | values found |\n|---|---|---|---|")
    base = statistics.median(rate for rate, _ in figures["tabayun facts"])
    for name, got in figures.items():
        if None in got:
            print(f"| {name} | not installed, or failed | | |")
            continue
        rate = statistics.median(rate for rate, _ in got)
        print(f"| {name} | {rate:.3g} | {base / rate:.3g} | {got[0][1]} |")


main()
