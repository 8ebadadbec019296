"""Cases of the second task: a message of a service, and the class it tells of (one token)."""

import os
import re

from . import titles
from .phrases import expand

LABELS, CLASSES = {}, {}
with open(os.path.join(os.path.dirname(__file__), "messages.txt"), encoding="utf-8") as file:
    for line in file:
        line = line.rstrip("\n")
        if line.startswith("@class"):
            _, name, label, *sources = line.split()
            LABELS[name] = label
            current = CLASSES.setdefault(name, {"sources": sources, "lines": []})
        elif line and not line.startswith("#"):
            match = re.match(r"([a-z]{2}): (.*)", line)
            current["lines"].append((match[1], match[2]) if match else ("en", line))

# The house's own faults must be sure: they come more often. Longer texts of the tail cost time: they come less often.
WEIGHTS = {name: 1.0 + 0.02 * len(group["lines"]) for name, group in CLASSES.items()}
for name in ("disk_full", "path_or_permission", "account", "provider_unreachable", "client_unreachable", "script", "unknown"):
    WEIGHTS[name] *= 1.4
GROUPS = "NTb FLUX RARBG SPARKS BYTESHARE FaiLED EVO FGT TEPES GLHF playWEB CtrlHD DON SiGMA iNTERNAL NOGRP Kitsune HONE".split()
SERVICES = "NF AMZN DSNP ATVP HMAX MAX PCOK iP HULU".split()
CLIENTS = "SABnzbd,qBittorrent,NZBGet,Transmission,Deluge,sab,rTorrent,SABnzbd (nas),qbit,download-station".split(",")
INDEXERS = ("NZBgeek,DrunkenSlug,NZBFinder,1337x,TorrentLeech,IPTorrents,AnimeTosho,SomeIndexer,abNZB,Nyaa,LimeTorrents (Prowlarr),"
            "NinjaCentral,My Tracker").split(",")
HOSTS = ("news.example.com,news.eweka.nl,news.newshosting.com,eu.news.frugal.org,reader.usenetexpress.com,127.0.0.1,192.168.1.20,"
         "tracker.example.org,nas.local,10.0.0.5,news-us.block.net,localhost,secure.usenet.farm,tracker.private.cc,fd00::12").split(",")
ROOTS = "/data /media /downloads /tv /movies /mnt/user /volume1/data /config /complete /incomplete D:\\Media \\\\nas\\share /srv/media".split()
FOLDERS = "tv movies complete incomplete usenet torrents series films sonarr radarr Serien Filme intermediate".split()


def release(rng):
    name = re.sub(r"[^A-Za-z0-9]+", ".", titles.title(rng, None, "en")).strip(".") or "M"
    tail = f"S{rng.randint(1, 12):02}E{rng.randint(1, 24):02}" if rng.random() < 0.5 else str(rng.randint(1950, 2026))
    quality = rng.choice(["1080p", "720p", "2160p", "480p"])
    source = rng.choice(["WEB-DL", "WEBRip", "BluRay", "HDTV", "REMUX"]) if rng.random() < 0.7 else f"{rng.choice(SERVICES)}.WEB-DL"
    codec = rng.choice(["x264", "x265", "H.264", "HEVC.10bit"])
    if rng.random() < 0.1:
        return "".join(rng.choice("0123456789abcdef") for _ in range(rng.choice([16, 24, 32])))
    if rng.random() < 0.6:
        return f"{name}.{tail}"
    return f"{name}.{tail}.{quality}.{source}.{codec}-{rng.choice(GROUPS)}"


def fill(rng, template):
    def value(match):
        letter = match[1]
        if letter == "f":
            base = release(rng) if rng.random() < 0.6 else "".join(rng.choice("abcdef0123456789") for _ in range(rng.choice([8, 12, 20])))
            return base + rng.choice([".mkv", ".rar", ".part03.rar", ".r12", ".mp4", ".nzb", ".7z.001", ".avi", ""])
        if letter == "r":
            return release(rng)
        if letter == "p":
            parts = [rng.choice(ROOTS)] + rng.sample(FOLDERS, rng.randint(0, 2))
            if rng.random() < 0.3:
                parts.append(titles.title(rng, None, "en"))
            return ("\\" if "\\" in parts[0] else "/").join(parts)
        if letter == "h":
            return rng.choice(HOSTS)
        if letter == "n":
            return str(rng.choice([rng.randint(0, 9), rng.randint(1, 99), rng.randint(100, 9999)]))
        if letter == "t":
            return titles.title(rng, None, "en")
        if letter == "i":
            return rng.choice(INDEXERS)
        if letter == "c":
            return rng.choice(CLIENTS)
        if letter == "s":
            return f"{rng.randint(1, 999)}{rng.choice(['.2 ', ' ', ''])}{rng.choice(['GB', 'MB', 'GiB', 'MiB', 'bytes', 'TB'])}"
        return rng.choice(["https://sabnzbd.org/not-complete", f"https://{rng.choice(HOSTS)}/api?t=get&id={rng.randint(1000, 99999)}",
                           f"http://{rng.choice(HOSTS)}:9696/1/download?link=abc"])

    return re.sub(r"\{([frphntiucs])\}", value, template)


def case(rng):
    name = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    group = CLASSES[name]
    languages = {}
    for language, line in group["lines"]:
        languages.setdefault(language, []).append(line)
    language = "en" if rng.random() < 0.62 or len(languages) == 1 else rng.choice([k for k in languages if k != "en"])
    # Scripts that the tokenizer spells byte by byte are dear: half of them are drawn again.
    if language in ("he", "zh", "ru", "sr", "el") and rng.random() < 0.5:
        language = "en"
    text = fill(rng, expand(rng.choice(languages[language]), rng))
    if name != "unknown" and rng.random() < 0.15:
        text = rng.choice([f"{release(rng)}: {{}}", "[ERROR] {}", "Warn: {}", f"2026-11-{rng.randint(10, 28)} {rng.randint(10, 23)}:{rng.randint(10, 59)} {{}}",
                           "{} {}".format("{}", f"({rng.randint(1, 99)})"), "WARNING: {}", "{} [retry 3]", "Error: {}", "{}...", "{}."]).replace("{}", text)
    if rng.random() < 0.1:
        text = text.lower()
    if rng.random() < 0.03:
        text = re.sub(r"[^\x00-\x7f]", lambda m: "?" if m[0].isalpha() and ord(m[0]) < 0x250 else m[0], text)
    source = rng.choice(group["sources"])
    return {"text": text[:300], "source": source, "class": name, "answer": " " + LABELS[name], "language": language}


def prompt(source, text):
    return f"@{source}: {text}"
