"""The parts of the comparison: each gives rows of a name, a goal and the times of each engine, round by round."""
import json, os, shutil, subprocess, sys, tempfile, time

import workload
from engines import settle, LIBRARIES, LlamaServer, Ours, TOOLS, THREADS, TypedGGUF, ENVIRONMENT, CACHE
from house import House, memory_of_house


def row(name, goal=None, unit="ms", better="lower"):
    return {"name": name, "goal": goal, "unit": unit, "better": better, "times": {}, "notes": []}


def add(to, who, value):
    to["times"].setdefault(who, []).append(value)


def note(to, text):
    if text not in to["notes"]:
        to["notes"].append(text)


def milliseconds(answer):
    return 1000 * answer["seconds"]


class Both:
    """Our engine and llama-server on a model, both started and warm before anything is timed."""

    def __init__(self, model, *more):
        self.state = tempfile.mkdtemp()
        self.ours, self.theirs = Ours(model, self.state), LlamaServer(model, *more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ours.close()
        self.theirs.close()
        shutil.rmtree(self.state, ignore_errors=True)


def typed(model, rounds):
    """A request of five fields; a new sentence each round, what stands before it known."""
    schema = json.dumps(workload.FIELD_SCHEMA)
    both = row("a typed request of five fields, new sentence, prefix known: the same JSON Schema", 4)
    compact = row("the same five fields in our compact form (its own prompt; the title a part of the sentence)", 4)
    tokens = row("time per token of that JSON answer", 1.5)
    with Both(model) as engines:
        for index in range(-2, rounds):
            sentence = workload.SENTENCES[index % len(workload.SENTENCES)]
            prompt = workload.json_fields(sentence)
            ours = engines.ours.ask(prompt, {"guided": {"_0": {"schema": {"_0": schema}}}}, shared=len(workload.json_fields("")) - 10)
            small = engines.ours.ask(workload.compact_fields(sentence), {"guided": {"_0": workload.compact_grammar(sentence)}},
                                     shared=len(workload.compact_fields("")) - 9)
            theirs = engines.theirs.complete(prompt, workload.FIELD_SCHEMA)
            json.loads(ours["text"]), json.loads(theirs["content"])
            if index < 0:
                continue
            add(both, "ours", milliseconds(ours)), add(both, "llama-server", milliseconds(theirs))
            add(compact, "ours", milliseconds(small)), add(compact, "llama-server", milliseconds(theirs))
            add(tokens, "ours", milliseconds(ours) / ours["completion"]["answerTokens"])
            add(tokens, "llama-server", milliseconds(theirs) / theirs["timings"]["predicted_n"])
            add(both, "asked of the model", ours["decisions"]), add(compact, "asked of the model", small["decisions"])
            if index == 0:
                for text in (ours["text"], small["text"].strip(), theirs["content"].strip()):
                    note(both, text)
    return [both, compact, tokens]


def choice(model, rounds):
    """One of eight options of several tokens."""
    new = row("a choice among eight options, new message, prefix known", 6)
    known = row("a choice among eight options, prompt known", 6)
    with Both(model) as engines:
        for index in range(-2, rounds):
            prompt = workload.cause(workload.MESSAGES[index % len(workload.MESSAGES)])
            shared = len(workload.CAUSE_PREFIX)
            for which in (new, known):
                ours = engines.ours.choose(prompt, workload.CAUSES, shared)
                theirs = engines.theirs.choose(prompt, workload.CAUSES)
                if index >= 0:
                    add(which, "ours", milliseconds(ours)), add(which, "llama-server", milliseconds(theirs))
                    note(which, f"ours: {ours['chosen']}; llama-server: {theirs['chosen']}")
    return [new, known]


def decisions(model, rounds):
    """Choices over one state, beside typed-gguf."""
    one = row("a choice among eight options over a state that is known", 2)
    five = row("five choices over a state that is known", 2)
    shared = len(workload.STATE)
    schema = {"type": "object", "properties": {f"q{index}": {"type": "string", "enum": options} for index, (_, options) in enumerate(workload.QUESTIONS)},
              "required": [f"q{index}" for index in range(len(workload.QUESTIONS))], "additionalProperties": False}
    together = workload.STATE + "".join(
        f"\nQuestion q{index}: {text} Options: {'; '.join(options)}" for index, (text, options) in enumerate(workload.QUESTIONS)) + "\nAnswers as JSON:\n"
    state = tempfile.mkdtemp()
    try:
        peer = TypedGGUF(model, state)
        peer.decide(workload.STATE, workload.QUESTIONS[:1])
    except (RuntimeError, subprocess.CalledProcessError, OSError) as reason:
        print(f"typed-gguf left out: {reason}", file=sys.stderr)
        peer = None
    with Both(model) as engines:
        for index in range(-2, rounds):
            # Asked last in the round before was another question, so that only the state is known.
            singles = [engines.ours.choose(workload.asked(*question), question[1], shared) for question in workload.QUESTIONS]
            theirs = engines.theirs.complete(together, schema)
            found = (peer.decide(workload.STATE, workload.QUESTIONS[:1]), peer.decide(workload.STATE, workload.QUESTIONS)) if peer else None
            if index < 0:
                continue
            add(one, "ours", milliseconds(singles[0])), add(five, "ours", sum(map(milliseconds, singles)))
            add(five, "llama-server", milliseconds(theirs))
            if found:
                add(one, "typed-gguf", milliseconds(found[0])), add(five, "typed-gguf", milliseconds(found[1]))
                if not found[1]["reused"]:
                    note(five, "typed-gguf read its state anew")
    if peer:
        peer.close()
    shutil.rmtree(state, ignore_errors=True)
    note(five, "llama-server: one completion of an object with five enums")
    return [one, five]


def cold(model, rounds):
    """The first decision after the model was unloaded, and after a restart; load included, model file in the page cache."""
    start = row("first choice of a new process, load included, prefix on disk", 8)
    idle = row("first choice after idle unload, load included, prefix on disk", 8)
    whole = row("first decision over HTTP after a restart of the whole program", 8)
    shared = len(workload.LONG_PREFIX)
    state = tempfile.mkdtemp()
    sleeper = LlamaServer(model, "--sleep-idle-seconds", "1")
    house = House(model)
    resident = Ours(model, state)
    first = resident.choose(workload.long_cause(workload.LATER[-1]), workload.CAUSES, shared)
    for which in (start, idle, whole):
        which["name"] += f" (prompt of {first['completion']['promptTokens']} tokens)"
    house.restart()
    house.decide(workload.LONG_PREFIX, workload.LATER[-1], workload.CAUSES)
    for index in range(rounds):
        message = workload.LATER[index % len(workload.LATER)]
        prompt = workload.long_cause(message)
        fresh = Ours(model, state)
        fresh.choose(prompt, workload.CAUSES, shared)
        add(start, "ours", 1000 * (time.perf_counter() - fresh.started))
        fresh.close()
        server = LlamaServer(model)
        server.choose(prompt, workload.CAUSES)
        add(start, "llama-server", 1000 * (time.perf_counter() - server.started))
        server.close()
        resident.unload()
        add(idle, "ours", milliseconds(resident.choose(prompt, workload.CAUSES, shared)))
        time.sleep(3)
        add(idle, "llama-server", milliseconds(sleeper.choose(prompt, workload.CAUSES)))
        house.restart()
        house.decide(workload.LONG_PREFIX, message, workload.CAUSES)
        add(whole, "ours", 1000 * (time.perf_counter() - house.server.started))
        server = LlamaServer(model)
        server.post("/v1/chat/completions", House.body(workload.LONG_PREFIX, message, workload.CAUSES))
        add(whole, "llama-server", 1000 * (time.perf_counter() - server.started))
        server.close()
    note(idle, "llama-server: its --sleep-idle-seconds")
    sleeper.close(), resident.close(), house.close()
    shutil.rmtree(state, ignore_errors=True)
    return [start, idle, whole]


BUSY = "while True: pass"


def text(model, rounds, beside=0):
    """Free text: 64 tokens, tokens per second."""
    name = "free text, tokens per second" + (f", beside {beside} busy process{'es' if beside > 1 else ''}" if beside else ", machine quiet")
    free = row(name, 1.5 if beside else 0.97, "/s", "higher")
    own = row("our time per token against a bare loop in C", 1 / 1.03, "ms")
    bare = compile_bare()
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(beside)]
    try:
        with Both(model) as engines:
            for index in range(-1, rounds):
                if not beside and not settle():
                    note(free, "something else ran on the machine in at least one round")
                # The second answer to a prompt: its time is that of the written tokens alone.
                ours = [engines.ours.ask(workload.WRITING, {"text": {}}, 64) for _ in range(2)][1]
                theirs = [engines.theirs.complete(workload.WRITING, tokens=64) for _ in range(2)][1]
                bench = lines([os.path.join(TOOLS, "llama-bench"), "-m", model, "-t", str(THREADS), "-p", "0", "-n", "64", "-r", "1", "-fa", "1", "-o", "json"])
                loop = lines([bare, model, str(THREADS), "64"])["writtenPerSecond"] if not beside else None
                if index < 0:
                    continue
                add(free, "ours", ours["completion"]["answerTokens"] / ours["seconds"])
                add(free, "llama-server", theirs["timings"]["predicted_n"] / theirs["seconds"])
                add(free, "llama-bench", bench[0]["avg_ts"])
                if loop:
                    add(own, "ours", milliseconds(ours) / ours["completion"]["answerTokens"]), add(own, "bare loop", 1000 / loop)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    return [free] if beside else [free, own]


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, cwd=LIBRARIES)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout)


def compile_bare():
    """The bare loop, compiled against the cached library once for each version of its source."""
    source = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bare.c")
    target = os.path.join(CACHE, "bench", "bare")
    if not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(source):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        subprocess.run(["cc", "-O2", "-o", target, source, f"-I{os.path.join(CACHE, 'llama', 'include')}", f'-DLIBRARIES="{LIBRARIES}"',
                        f"-L{LIBRARIES}", "-lllama", "-lggml", "-lggml-base", f"-Wl,-rpath,{LIBRARIES}"], check=True)
    return target


def chat(model, rounds):
    """The OpenAI endpoint with a JSON Schema, both over HTTP."""
    per = row("time per output token of /v1/chat/completions with a JSON Schema", 1.5)
    all = row("the same, whole request")
    house, server = House(model), LlamaServer(model)
    house.restart()
    for index in range(-2, rounds):
        sentence = workload.SENTENCES[index % len(workload.SENTENCES)]
        body = {"model": "x", "temperature": 0, "max_tokens": 128, "messages": [
                    {"role": "system", "content": workload.json_fields("").rsplit("\nRequest:", 1)[0]}, {"role": "user", "content": f"Request: {sentence}\nAnswer:"}],
                "response_format": {"type": "json_schema", "json_schema": {"name": "fields", "strict": True, "schema": workload.FIELD_SCHEMA}}}
        ours, theirs = house.post("/v1/chat/completions", body), server.post("/v1/chat/completions", body)
        for answer in (ours, theirs):
            json.loads(answer["choices"][0]["message"]["content"])
        if index < 0:
            continue
        for who, answer in (("ours", ours), ("llama-server", theirs)):
            add(per, who, milliseconds(answer) / answer["usage"]["completion_tokens"]), add(all, who, milliseconds(answer))
            add(all, who + ", tokens", answer["usage"]["completion_tokens"])
    house.close(), server.close()
    return [per, all]


def memory(model, rounds):
    """Megabytes of the server that serves nothing at the moment, in three states."""
    return memory_of_house(model, min(rounds, 3), row, add)


ALL = {"typed": typed, "choice": choice, "decisions": decisions, "cold": cold, "text": text,
       "busy": lambda model, rounds: text(model, rounds, 1), "chat": chat, "memory": memory}
