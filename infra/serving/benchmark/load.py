"""Load in a closed loop: each client sends its next clip when it has the answer to the last one."""

import http.client
import json
import threading
import time

PATIENCE_SECONDS = 300


class Target:
    """Where clips are sent, and in what form.

    body: makes what is sent of the bytes of a WAV file; read: makes probabilities by class of the
    answer's document.
    """

    def __init__(self, port, path, content_type, body, read):
        self.port, self.path, self.content_type, self.body, self.read = port, path, content_type, body, read

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    def send(self, connection, body):
        connection.request("POST", self.path, body, {"Content-Type": self.content_type})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def probabilities(self, clip):
        connection = self.connect()
        status, content = self.send(connection, self.body(clip))
        connection.close()
        if status != 200:
            raise RuntimeError(f"{self.path}: {status} {content[:300]!r}")
        return self.read(json.loads(content))


class Client(threading.Thread):
    """One that sends clip after clip. Times are (begin, end, whether it was answered)."""

    def __init__(self, target, bodies, first, stop):
        super().__init__(daemon=True)
        self.target, self.bodies, self.next, self.stop = target, bodies, first, stop
        self.times = []

    def run(self):
        connection = self.target.connect()
        while not self.stop.is_set():
            begin = time.perf_counter()
            try:
                status, _ = self.target.send(connection, self.bodies[self.next % len(self.bodies)])
            except (OSError, http.client.HTTPException):
                connection.close()
                connection, status = self.target.connect(), 0
            self.times.append((begin, time.perf_counter(), status == 200))
            self.next += 1
        connection.close()


def percentile(ordered, share):
    """The smallest value that at least this share of all values does not exceed."""
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def measure(target, bodies, clients, asked):
    """One cell: load until every client has had an answer, then until there is enough to measure.

    Measured is what is answered from then on, for at least `asked.seconds` and `asked.answers` answers of
    each client, but no longer than `asked.longest`.
    """
    stop = threading.Event()
    crowd = [Client(target, bodies, number, stop) for number in range(clients)]
    for client in crowd:
        client.start()
    while min(len(client.times) for client in crowd) < 1:
        time.sleep(0.01)
    begin, busy = time.perf_counter(), time.process_time()
    wanted = sum(len(client.times) for client in crowd) + clients * asked.answers
    while True:
        passed = time.perf_counter() - begin
        enough = passed >= asked.seconds and sum(len(client.times) for client in crowd) >= wanted
        if enough or passed >= asked.longest:
            break
        time.sleep(0.01)
    end, busy = time.perf_counter(), time.process_time() - busy
    stop.set()
    for client in crowd:
        client.join()
    return summary(crowd, begin, end, busy)


def summary(crowd, begin, end, busy):
    """What was answered while it was measured; a failure counts for no throughput."""
    measured = [times for client in crowd for times in client.times if begin <= times[1] <= end]
    latencies = sorted(times[1] - times[0] for times in measured if times[2])
    if not latencies:
        raise RuntimeError("no clip was answered")
    return {
        "clips": len(latencies),
        "failures": len(measured) - len(latencies),
        "seconds": round(end - begin, 3),
        "clips_per_second": round(len(latencies) / (end - begin), 3),
        "p50_ms": round(1000 * percentile(latencies, 0.50), 1),
        "p95_ms": round(1000 * percentile(latencies, 0.95), 1),
        "p99_ms": round(1000 * percentile(latencies, 0.99), 1),
        "clips_with_warm_up": sum(len(client.times) for client in crowd),
        "generator_cpu_share": round(busy / (end - begin), 4),
    }
