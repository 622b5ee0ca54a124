#!/usr/bin/env python3
"""Scores pairs of short reports: is the one thing on which they contradict each other raised?

    pairs.py PROGRAM FILE.jsonl... [--verbose]

A line of a file is {"id", "kind", "date_a", "date_b", "a", "b", "conflict", "note"}: two reports of
one invented event, and the words of each that contradict each other (null where nothing does).
`found` counts the pairs in which a contradiction or an update of both reports holds the words of one
of them; `alarms` are all the others that are raised, in pairs that agree as well.
"""
import json, os, subprocess, sys, tempfile

RAISED = ("contradiction", "update_over_time")
SIDES = "ab"


def compare(program, pair):
    """The program's answer on a pair, as a folder of two files with their outlets and days."""
    with tempfile.TemporaryDirectory() as folder:
        articles = []
        for side, outlet in zip(SIDES, ("مصدر أول", "مصدر ثان")):
            with open(f"{folder}/{side}.txt", "w", encoding="utf-8") as f:
                f.write(pair[side])
            articles.append({"file": f"{side}.txt", "outlet": outlet, "date": f"{pair['date_' + side]}T18:00"})
        with open(f"{folder}/dossier.json", "w", encoding="utf-8") as f:
            json.dump({"articles": articles}, f, ensure_ascii=False)
        run = subprocess.run([program, "compare", "--format", "json", folder], capture_output=True, text=True)
    return json.loads(run.stdout)


def judge(pair, answer):
    """Whether the conflict is raised, and what else is."""
    facts = {fact["id"]: fact for fact in answer["facts"]}
    side = {article["id"]: os.path.basename(article["path"])[0] for article in answer["articles"]}
    spans = {}
    for name, words in zip(SIDES, pair["conflict"] or ()):
        start = len(pair[name][:pair[name].index(words)].encode())
        spans[name] = (start, start + len(words.encode()))
    found, alarms = False, []
    for raised in (d for d in answer["disagreements"] if d["verdict"] in RAISED):
        members = [(side[facts[m]["article"]], facts[m]) for m in raised["members"]]
        over = any(s in spans and f["start"] < spans[s][1] and f["end"] > spans[s][0] for s, f in members)
        if over and len({s for s, _ in members}) == len(SIDES):
            found = True
        else:
            alarms.append(raised)
    return found, alarms


def score(program, path, verbose=False):
    """Figures of one file."""
    figures = {"pairs": 0, "conflicts": 0, "found": 0, "alarms": 0}
    for line in open(path, encoding="utf-8"):
        pair = json.loads(line)
        found, alarms = judge(pair, compare(program, pair))
        figures["pairs"] += 1
        figures["conflicts"] += pair["conflict"] is not None
        figures["found"] += found
        figures["alarms"] += len(alarms)
        if verbose and pair["conflict"] and not found:
            print(f"missed {pair['id']} ({pair['kind']}): {' / '.join(pair['conflict'])}")
        if verbose:
            print("".join(f"alarm {pair['id']} {a['topic']}: {a['why']}\n" for a in alarms), end="")
    return figures


def main():
    verbose = "--verbose" in sys.argv
    program, *paths = [arg for arg in sys.argv[1:] if arg != "--verbose"]
    for path in paths:
        print(os.path.basename(path), json.dumps(score(program, path, verbose)))


if __name__ == "__main__":
    main()
