"""What a run of the benchmark found, as JSON and as a table."""

import json
import platform

import torch
import transformers

OURS = "emovox"


def settings(asked):
    names = ("small", "seconds", "answers", "longest", "threads")
    return {"torch": torch.__version__, "transformers": transformers.__version__,
            "machine": processor(), **{name: getattr(asked, name) for name in names}}


def processor():
    """Its name as the system gives it, where it is one that does."""
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def line(cell):
    return (f"{cell['server']:8} {cell['length']:4g} s {cell['clients']:3} clients: {cell['clips_per_second']:8.2f} clips/s, "
            f"p50 {cell['p50_ms']:8.1f}, p95 {cell['p95_ms']:8.1f}, p99 {cell['p99_ms']:8.1f} ms, {cell['clips']} clips, "
            f"{cell['failures']} failures, load generator {100 * cell['generator_cpu_share']:.1f} % of a core")


def table(result):
    """Ours beside each of the others, cell by cell; a ratio above 1 is in our favour."""
    found = {(c["server"], c["length"], c["clients"]): c for c in result["cells"]}
    others = [name for name in dict.fromkeys(c["server"] for c in result["cells"]) if name != OURS]
    rows = ["| clip, clients | Emovox: clips/s | p50 / p95 / p99 ms | "
            + " | ".join(f"{o}: clips/s | p50 / p95 / p99 ms | ratio: clips/s, p99" for o in others) + " |",
            "|---" * (3 + 3 * len(others)) + "|"]
    for (server, length, clients), ours in found.items():
        if server == OURS:
            parts = [f"{length:g} s, {clients}", f"{ours['clips_per_second']:.2f}", latencies(ours)]
            for other in others:
                theirs = found[other, length, clients]
                parts += [f"{theirs['clips_per_second']:.2f}", latencies(theirs),
                          f"**{ours['clips_per_second'] / theirs['clips_per_second']:.2f}**, "
                          f"{theirs['p99_ms'] / ours['p99_ms']:.2f}"]
            rows.append("| " + " | ".join(parts) + " |")
    return rows


def latencies(cell):
    return f"{cell['p50_ms']:.0f} / {cell['p95_ms']:.0f} / {cell['p99_ms']:.0f}"


def write(result, folder):
    (folder / "result.json").write_text(json.dumps(result, indent=2) + "\n")
    memory = ", ".join(f"{name} {size / 2**30:.2f} GiB" for name, size in result["memory_bytes"].items())
    lines = [*(table(result) if OURS in result["memory_bytes"] else []), "",
             f"Largest difference of probabilities: {result['largest_difference']:.1e}. Most memory: {memory}."]
    (folder / "result.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))
