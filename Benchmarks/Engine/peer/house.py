"""The whole program over HTTP, with a house of its own in a temporary folder."""
import json, os, re, shutil, tempfile, time

from engines import ENVIRONMENT, LlamaServer, PROGRAM, Server, THREADS, children, free_port, memory


class House:
    def __init__(self, model, keep_alive="600"):
        self.data, self.port, self.server, self.headers = tempfile.mkdtemp(), free_port(), None, {}
        self.environment = {**ENVIRONMENT, "AUTOARR_DATA": self.data, "AUTOARR_BIND": "127.0.0.1", "AUTOARR_PORT": str(self.port),
                            "MODEL_PATH": model, "MODEL_URL": "http://127.0.0.1:1/none.gguf", "MODEL_THREADS": str(THREADS), "MODEL_KEEP_ALIVE": keep_alive}

    def restart(self):
        if self.server:
            self.server.close()
        place = os.path.join(self.data, "log")
        with open(place, "wb") as log:
            self.server = Server([PROGRAM, "serve"], self.port, environment=self.environment, log=log)
        if not self.headers:
            code = None
            while code is None:
                with open(place) as log:
                    code = re.search(r"code[^A-Z0-9\n]*([A-Z0-9]+(?:-[A-Z0-9]+)+)", log.read())
                time.sleep(0.05)
            origin = {"Origin": f"http://127.0.0.1:{self.port}"}
            self.server.post("/api/v1/claim", {"code": code.group(1), "name": "owner", "password": "correct horse battery staple"}, origin)
            cookie = self.server.headers["Set-Cookie"].split(";")[0]
            key = self.server.post("/api/v1/keys", {"name": "bench", "scopes": ["read", "act"]}, {**origin, "Cookie": cookie})
            self.headers = {"X-Api-Key": key["secret"]}

    def post(self, path, body):
        return self.server.post(path, body, self.headers)

    @staticmethod
    def body(prefix, message, options):
        return {"model": "x", "temperature": 0, "max_tokens": 32,
                "messages": [{"role": "system", "content": prefix}, {"role": "user", "content": f"Message: {message}\nCause:"}],
                "response_format": {"type": "json_schema", "json_schema": {"name": "cause", "strict": True, "schema": {"type": "string", "enum": options}}}}

    def decide(self, prefix, message, options):
        answer = self.post("/v1/chat/completions", self.body(prefix, message, options))
        return json.loads(answer["choices"][0]["message"]["content"])

    def close(self):
        if self.server:
            self.server.close()
        shutil.rmtree(self.data, ignore_errors=True)


def memory_of_house(model, rounds, row, add):
    idle = row("server idle, nothing asked yet, resident", unit="MB")
    own = row("server idle, memory of its own (not program text or files)", unit="MB")
    with_model = row("server and its worker with the model, resident", unit="MB")
    after = row("after the worker has ended against before it started: memory of its own", unit="MB")
    for _ in range(rounds):
        house = House(model, keep_alive="1")
        house.restart()
        pid = house.server.process.pid
        time.sleep(2)
        before = memory(pid, "RssAnon")
        add(idle, "ours", memory(pid, "VmRSS")), add(own, "ours", before)
        house.decide("Say where it is.", "Paris", ["in France", "in Texas"])
        workers = children(pid)
        add(with_model, "ours", memory(pid, "VmRSS") + sum(memory(worker, "VmRSS") for worker in workers))
        limit = time.time() + 20
        while children(pid) and time.time() < limit:
            time.sleep(0.1)
        time.sleep(1)
        add(after, "ours", memory(pid, "RssAnon")), add(after, "ours, before", before)
        house.close()
        server = LlamaServer(model, "--sleep-idle-seconds", "1")
        server.complete("Paris is", tokens=4)
        add(with_model, "llama-server", memory(server.process.pid, "VmRSS"))
        time.sleep(4)
        add(idle, "llama-server", memory(server.process.pid, "VmRSS")), add(own, "llama-server", memory(server.process.pid, "RssAnon"))
        server.close()
    idle["notes"].append("llama-server: asleep, its model unloaded")
    return [idle, own, with_model, after]
