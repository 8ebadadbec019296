"""The engines that are compared, each behind the door that a program would use."""
import http.client, json, os, socket, subprocess, sys, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
CACHE = os.environ.get("AUTOARR_CACHE") or os.path.join(os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")), "autoarr")
PROGRAM = os.path.join(ROOT, ".build", "release", "autoarr")
LIBRARIES = os.path.join(CACHE, "llama", "lib")
TOOLS = os.path.join(CACHE, "llama", "bin")
THREADS = min(2, os.cpu_count() or 1)
ENVIRONMENT = {**os.environ, "LD_LIBRARY_PATH": LIBRARIES}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def memory(pid, field):
    """Megabytes of a field of a process's status; nothing where the process is gone."""
    try:
        with open(f"/proc/{pid}/status") as status:
            for line in status:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def children(pid):
    """The processes that a process has started."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    if int(stat.read().rsplit(")", 1)[1].split()[1]) == pid:
                        found.append(int(entry))
            except OSError:
                pass
    return found


def settle(seconds=5):
    """Waits until nothing else runs on the machine, at most so long; tells whether it came to that."""
    end = time.perf_counter() + seconds
    while True:
        with open("/proc/loadavg") as file:
            if int(file.read().split()[3].split("/")[0]) <= 1:
                return True
        if time.perf_counter() > end:
            return False
        time.sleep(0.05)


class Lines:
    """A process that answers each line of JSON with one."""

    def __init__(self, command, environment=ENVIRONMENT):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)

    def line(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{os.path.basename(self.process.args[0])} ended with status {self.process.wait()}")
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Ours(Lines):
    """The engine in a process of its own, asked as the server asks it."""

    def __init__(self, model, state):
        # The variables are those that the server gives its worker.
        super().__init__([PROGRAM, "worker", "--bench", model, "--lines", "--threads", str(THREADS), "--state", state],
                         {**ENVIRONMENT, "GOMP_SPINCOUNT": "500", "MALLOC_ARENA_MAX": "2"})

    def ask(self, prompt, task, tokens=128, shared=0):
        return self.line(json.dumps({
            "prompt": {"raw": {"_0": prompt}}, "sharedPrefix": shared, "task": task, "priority": 1,
            "options": {"sampling": {"greedy": {}}, "maximumTokens": tokens, "stop": []}}))

    def choose(self, prompt, options, shared=0):
        answer = self.ask(prompt, {"choice": {"_0": [" " + option for option in options]}}, shared=shared)
        logs = answer["completion"]["optionLogProbabilities"]
        answer["chosen"] = options[logs.index(max(logs))]
        return answer

    def unload(self):
        self.line("unload")


class Server:
    """A server over HTTP, with one connection that stays open."""

    def __init__(self, command, port, path="/health", environment=ENVIRONMENT, log=subprocess.DEVNULL):
        self.started, self.port = time.perf_counter(), port
        # llama-server looks for its back ends where it is started.
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, env=environment, cwd=LIBRARIES)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while True:
            try:
                self.connection.request("GET", path)
                answer = self.connection.getresponse()
                answer.read()
                if answer.status == 200:
                    return
            except OSError:
                self.connection.close()
            if self.process.poll() is not None:
                sys.exit(f"{command[0]} ended before it answered")
            time.sleep(0.001)

    def post(self, path, body, headers={}):
        text = json.dumps(body)
        # A server closes a connection on which nothing came for a while; a new one is not part of the time.
        self.connection.close()
        self.connection.connect()
        start = time.perf_counter()
        self.connection.request("POST", path, text, {"Content-Type": "application/json", **headers})
        answer = self.connection.getresponse()
        data = answer.read()
        seconds = time.perf_counter() - start
        if answer.status not in (200, 201):
            raise RuntimeError(f"{path}: {answer.status} {data[:300]}")
        self.headers = answer.headers
        return {**json.loads(data), "seconds": seconds}

    def close(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()


class LlamaServer(Server):
    """llama-server of the same sources, with its defaults for speed: prompt cache, flash attention, repacked weights."""

    def __init__(self, model, *more):
        port = free_port()
        super().__init__([os.path.join(TOOLS, "llama-server"), "-m", model, "-t", str(THREADS), "-c", "2048", "-np", "1", "-fa", "on",
                          "--no-webui", "--host", "127.0.0.1", "--port", str(port), *more], port)

    def complete(self, prompt, schema=None, tokens=128):
        body = {"prompt": prompt, "n_predict": tokens, "temperature": 0, "cache_prompt": True}
        if schema is not None:
            body["json_schema"] = schema
        return self.post("/completion", body)

    def choose(self, prompt, options):
        answer = self.complete(prompt, {"type": "string", "enum": options}, tokens=32)
        answer["chosen"] = json.loads(answer["content"])
        return answer


class TypedGGUF(Lines):
    """typed-gguf in a process that stays, with its prefix state on disk; nothing where it cannot be installed or run."""

    VERSION = "0.3.0"

    def __init__(self, model, state):
        python = self.install()
        driver = os.path.join(os.path.dirname(os.path.abspath(__file__)), "typed_gguf_driver.py")
        super().__init__([python, driver, model, LIBRARIES, str(THREADS)],
                         {**ENVIRONMENT, "TYPED_GGUF_RUNTIME_DIR": LIBRARIES, "TYPED_GGUF_HOME": state, "XDG_DATA_HOME": state})

    @classmethod
    def install(cls):
        place = os.path.join(CACHE, f"typed-gguf-{cls.VERSION}")
        python = os.path.join(place, "bin", "python3")
        if not os.path.exists(os.path.join(place, "complete")):
            subprocess.run([sys.executable, "-m", "venv", place], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", f"typed-gguf=={cls.VERSION}"], check=True)
            open(os.path.join(place, "complete"), "w").close()
        return python

    def decide(self, state, questions):
        """Answers all questions over a state: a list of (text, options)."""
        return self.line(json.dumps({"state": state, "questions": questions}))
