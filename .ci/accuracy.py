#!/usr/bin/env python3
"""Runs the scorers of ../shared/eval and holds their figures against tests/accuracy.toml.

    accuracy.py PROGRAM [--write]

A figure named `min_…` may not fall, one named `max_…` may not rise. `--write` sets the file to
what was measured: the commit that earns more raises the floor.
"""
import glob, json, os, re, subprocess, sys, tomllib

import pairs

SHARED = os.environ.get("TABAYUN_SHARED", "../shared")
FLOORS = "tests/accuracy.toml"
UP = ["facts", "figures", "quotes", "speaker", "found", "verdict", "right", "soft_ok", "soft_found", "topic_met"]
DOWN = ["quotes_said", "raised", "traps", "unlisted", "topic_mixed", "facts_said"]


def tiers(program, dossiers, prefix=""):
    run = subprocess.run(
        [sys.executable, f"{SHARED}/eval/score.py", "--json", "--program", f"{program} compare --format json",
         *sorted(glob.glob(dossiers))],
        capture_output=True, text=True, timeout=1200)
    out = {}
    for text in run.stdout.splitlines():
        if text.startswith("{"):
            record = json.loads(text)
            name = prefix + record.pop("tier")
            out[name] = {f"min_{k}": record[k] for k in UP} | {f"max_{k}": record[k] for k in DOWN}
        else:
            print(text)
    if run.returncode:
        sys.exit(f"The scorer failed: {run.stderr[-2000:]}")
    return out


def suites(program):
    run = subprocess.run(
        [sys.executable, f"{SHARED}/eval/suites.py", "--program", f"{program} facts --jsonl",
         *sorted(glob.glob(f"{SHARED}/eval/suites/*.jsonl"))],
        capture_output=True, text=True, timeout=600)
    print(run.stdout, end="")
    return {"suites": {f"min_{m[1]}": int(m[2]) for m in re.finditer(r"^(\w+): (\d+)/", run.stdout, re.M)}}


def worse(name, floor, measured):
    return measured < floor if name.startswith("min_") else measured > floor


def main():
    program = os.path.abspath(sys.argv[1])
    measured = tiers(program, f"{SHARED}/eval/dev/*")
    # Ours: dossiers that rules may be written from, and dossiers that nobody who writes them reads.
    for kind in ["practice", "practice-2", "practice-3", "practice-4", "practice-5", "practice-6", "held-out",
                 "quiet", "quiet-held-out"]:
        measured |= tiers(program, f"tests/dossiers/{kind}/*", f"{kind}-")
    measured |= suites(program)
    for half in ["read", "unread"]:
        figures = pairs.score(program, f"tests/pairs/{half}.jsonl")
        measured[f"pairs-{half}"] = {"min_found": figures["found"], "max_alarms": figures["alarms"]}
    if "--write" in sys.argv:
        with open(FLOORS, "w", encoding="utf-8") as f:
            f.write("# The last landed figures of `.ci/accuracy.py`; it fails below them.\n")
            for table, figures in measured.items():
                f.write(f"\n[{table}]\n" + "".join(f"{k} = {v}\n" for k, v in figures.items()))
        return
    with open(FLOORS, "rb") as f:
        floors = tomllib.load(f)
    bad = [f"{table}.{name}: {measured.get(table, {}).get(name)} against {floor}"
           for table, figures in floors.items() for name, floor in figures.items()
           if measured.get(table, {}).get(name) is None or worse(name, floor, measured[table][name])]
    for table, figures in measured.items():
        print(table, json.dumps(figures))
    if bad:
        sys.exit("Below the landed figures:\n  " + "\n  ".join(bad))


if __name__ == "__main__":
    main()
