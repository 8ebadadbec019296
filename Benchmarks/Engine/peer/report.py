"""Rows as lines and as the tables of results.md."""
import json, os, statistics


def value(number, unit):
    return f"{number:.1f} {unit}" if unit != "/s" else f"{number:.1f}/s"


def ratio(row, who):
    """How many times as good ours is, round by round, in the middle."""
    ours, theirs = row["times"].get("ours", []), row["times"].get(who, [])
    if len(ours) != len(theirs) or not ours:
        return None
    return statistics.median(a / b if row["better"] == "higher" else b / a for a, b in zip(ours, theirs))


def peers(row):
    return [who for who in row["times"] if who in ("llama-server", "llama-bench", "typed-gguf", "bare loop")]


def others(row):
    return [who for who in row["times"] if who != "ours" and who not in peers(row)]


def verdict(row, who):
    times = ratio(row, who)
    if times is None or row["goal"] is None or ("over a state" in row["name"] and who != "typed-gguf"):
        return ""
    goal = row["goal"] if row["goal"] >= 1 or who in ("llama-bench", "bare loop") else None
    if who == "llama-server" and row["unit"] == "/s" and row["goal"] < 1:
        goal = None
    return "" if goal is None else ("reached" if times >= goal else "missed")


def line(row):
    text = f"  {row['name']}: ours {value(row['figures']['ours'], row['unit'])}" if "ours" in row["figures"] else f"  {row['name']}:"
    for who in peers(row):
        text += f"; {who} {value(row['figures'][who], row['unit'])}, {ratio(row, who):.2f}x {verdict(row, who)}"
    for who in others(row):
        text += f"; {who} {row['figures'][who]:.1f}"
    return text + "".join(f"\n      {note}" for note in row["notes"])


def machine():
    with open("/proc/cpuinfo") as file:
        flags = next((line.split(":")[1].split() for line in file if line.startswith(("flags", "Features"))), [])
    known = [name for name in ("sse4_2", "avx", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "asimd", "asimddp", "i8mm", "sve") if name in flags]
    return f"{os.cpu_count()} cores with {', '.join(known)}"


def write(kept, target):
    documents = []
    for name in sorted(os.listdir(kept)):
        if name.endswith(".json"):
            with open(os.path.join(kept, name)) as file:
                documents.append(json.load(file))
    order = ["typed", "choice", "decisions", "cold", "text", "busy", "chat", "memory"]
    rows = []
    for model in sorted({document["model"] for document in documents}):
        rows.append(f"\n## {model}\n\n| what | ours | peer | how many times as good | goal | |\n| --- | --: | --: | --: | --: | --- |")
        for document in sorted((d for d in documents if d["model"] == model), key=lambda d: order.index(d["part"])):
            for row in document["rows"]:
                for who in peers(row) or [None]:
                    figures = row["figures"]
                    ours = value(figures["ours"], row["unit"])
                    more = "; ".join(f"{other}: {figures[other]:.1f}" for other in others(row))
                    if who is None:
                        rows.append(f"| {row['name']} | {ours} | {more} | | | |")
                        continue
                    goal = f"{row['goal']:.2f}" if row["goal"] and verdict(row, who) else ""
                    rows.append(f"| {row['name']} | {ours} | {who} {value(figures[who], row['unit'])} | {ratio(row, who):.2f} | {goal} | {verdict(row, who)} |")
    notes = os.path.join(os.path.dirname(target), "notes.md")
    with open(target, "w") as file:
        file.write("# The engine beside its peers\n\nWritten by `Benchmarks/Engine/peers`; `make bench-engine` measures it anew. "
                   f"The machine: {machine()}, two threads. Each group of rows is one run; every figure is the median of its rounds, "
                   f"{max((document['rounds'] for document in documents), default=0)} of them (memory: three), the engines taking turns. A ratio is the median of the ratios of the rounds. Only ratios say something about another machine.\n")
        file.write("\n".join(rows) + "\n")
        if os.path.exists(notes):
            with open(notes) as more:
                file.write("\n" + more.read())
