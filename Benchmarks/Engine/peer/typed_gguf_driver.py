"""Runs typed-gguf in a process that stays, by its own parts, in its fastest form: one context kept for all requests (its own
host makes a new one for each), the state of the prefix saved and loaded, the shortest of its prompt shapes.

usage: typed_gguf_driver.py MODEL LIBRARIES THREADS   one request a line: {"state": …, "questions": [[text, [option, …]], …]}
"""
import json, sys, time

from typed_gguf import schema
from typed_gguf.engine import decide, session

model, libraries, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
started = time.perf_counter()
handle = session.open_model(model, runtime_dir=libraries, fit_disabled=True)
live, engine = None, None
known = set()


def request(line):
    asked = json.loads(line)
    questions = {f"q{index}": {"type": "choice", "instructions": text, "criteria": {option: "" for option in options}}
                 for index, (text, options) in enumerate(asked["questions"])}
    return schema.parse_request({"state": asked["state"], "questions": questions, "options": {
        "threads": threads, "n_ctx": 2048, "n_seq_max": 16, "template": "plain", "cue": "shipped", "chat_format": "answer_sheet",
        "state_cache": True, "save_state": True}})


for line in sys.stdin:
    begin = time.perf_counter()
    wanted = request(line)
    plan = decide.plan_context(wanted, handle, resolve=False)
    if live is None:
        live = session.ModelSession(handle, plan)
        engine = decide.DecisionEngine(live)
    if plan.prefix_tokens not in known:
        # Its own code reads a new prefix into an empty context.
        handle.runtime.llama.llama_memory_seq_rm(live.memory, 0, -1, -1)
    result = engine.decide(wanted, plan=plan)
    known.add(plan.prefix_tokens)
    print(json.dumps({"seconds": time.perf_counter() - begin, "since_start": time.perf_counter() - started,
                      "chosen": [answer["choice"] for answer in result.answers.values()],
                      "prefix": len(plan.prefix_tokens), "reused": result.engine["prefill_reused"]}), flush=True)
