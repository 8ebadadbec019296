"""What is asked of every engine: the same words, the same options, the same schema.

Requests end differently in each round (another sentence, another message), as in a house; what stands before is the same
for all requests of a kind and is known to every engine before the timing starts.
"""

FIELDS = """You read requests to a library of films and series and write down what is wanted, in five fields.
intent: add, when something shall be fetched; remove, when something shall be deleted; status, when somebody asks how a download stands; search, when somebody only wants to know what there is.
kind: film or series. A season, an episode or a show means series; otherwise it is a film.
title: the name as it stands in the request, without the year, without the quality and without words such as film or show.
year: the year of first release when the request names one, otherwise 0.
quality: any, when nothing is said; hd for 720p; fullHD for 1080p or Blu-ray; ultraHD for 4K, 2160p or UHD.
"""

EXAMPLES = [
    ("Please get the film Metropolis from 1927 in full HD", "add", "film", "Metropolis", 1927, "fullHD"),
    ("Throw the series Dark Waters out again", "remove", "series", "Dark Waters", 0, "any"),
    ("How far is The Long Night?", "status", "film", "The Long Night", 0, "any"),
    ("Is there anything called Harbour Lights in 4K, the show from 2019?", "search", "series", "Harbour Lights", 2019, "ultraHD"),
]

SENTENCES = [
    "Add the new Dune movie from 2021 in 4K", "Could you delete the show Foundation", "Get me Paddington in 1080p please",
    "What about the download of Blade Runner from 1982", "I want to see the series Severance in UHD",
    "Remove Interstellar, we have seen it", "Do we have something called The Expanse", "Fetch Arrival from 2016 in 720p",
    "How long will Oppenheimer take", "Add the series Silo in full HD", "Please look for Stalker from 1979",
    "Get rid of the film Cats", "Is the show Andor done yet", "Add Alien from 1979 in 2160p",
]

FIELD_SCHEMA = {
    "type": "object",
    "properties": {
        "intent": {"type": "string", "enum": ["add", "remove", "status", "search"]},
        "kind": {"type": "string", "enum": ["film", "series"]},
        "title": {"type": "string", "maxLength": 60},
        "year": {"type": "integer", "minimum": 0, "maximum": 2100},
        "quality": {"type": "string", "enum": ["any", "hd", "fullHD", "ultraHD"]},
    },
    "required": ["intent", "kind", "title", "year", "quality"],
    "additionalProperties": False,
}


def json_fields(sentence, examples=EXAMPLES):
    """The prompt whose answer is JSON."""
    shown = "".join(
        f'\nRequest: {text}\nAnswer:\n{{"intent": "{intent}", "kind": "{kind}", "title": "{title}", "year": {year}, "quality": "{quality}"}}\n'
        for text, intent, kind, title, year, quality in examples)
    return f"{FIELDS}{shown}\nRequest: {sentence}\nAnswer:\n"


def compact_fields(sentence):
    """The prompt whose answer is one line of five values."""
    shown = "".join(f"\nRequest: {text}\nAnswer: {intent} | {kind} | {title} | {year} | {quality}\n"
                    for text, intent, kind, title, year, quality in EXAMPLES)
    return f"{FIELDS}{shown}\nRequest: {sentence}\nAnswer:"


def compact_grammar(sentence):
    """The five values as our grammar writes them; the title is a part of the sentence."""
    def literal(text):
        return {"literal": {"_0": text}}

    def among(*texts):
        return {"choice": {"_0": [literal(text) for text in texts]}}

    year = {"choice": {"_0": [literal(" 0"), {"sequence": {"_0": [literal(" "), {"integer": {"minimum": 1900, "maximum": 2100}}]}}]}}
    parts = [among(" add", " remove", " status", " search"), literal(" |"), among(" film", " series"), literal(" | "),
             {"span": {"_0": {"source": sentence, "boundary": "words"}}}, literal(" |"), year, literal(" |"),
             among(" any", " hd", " fullHD", " ultraHD")]
    return {"grammar": {"_0": {"sequence": {"_0": parts}}, "rules": {}}}


CAUSES = ["missing articles", "missing disk space", "a wrong password", "a wrong archive", "an encrypted archive",
          "an unreachable server", "a damaged file", "a duplicate release"]

CAUSE_PREFIX = """A program that downloads files says why a download failed. Each message has exactly one of these causes.
missing articles: parts of the posting are no longer on the news server, or the completion is too low to repair.
missing disk space: the disk or the quota is full, nothing can be written.
a wrong password: an archive asked for a password and the one that was given does not open it.
a wrong archive: the archive does not hold what its name says, or its format is not known.
an encrypted archive: the archive needs a password and none was given.
an unreachable server: the news server refuses the connection, cannot be resolved, or does not answer in time.
a damaged file: the data came, but a checksum is wrong and repair failed.
a duplicate release: the same release was downloaded before.
"""

MESSAGES = [
    "Download failed: 412 of 8201 articles were not found on any server", "Cannot write to /data/incomplete: no space left on device",
    "unrar: incorrect password for Show.S01E02.rar", "Aborted, encrypted RAR archive detected and no password set",
    "Failed to connect to news.example.org:563, timed out", "Repair failed, not enough repair blocks, checksum error in file 12",
    "Duplicate NZB, this was already fetched last week", "Unpacking failed, the file is not a known archive",
    "430 no such article, download cannot be completed", "Disk full, pausing all downloads", "Server name cannot be resolved",
    "CRC failed in Film.2020.part07.rar", "Password required", "The archive has files of another film",
]


def cause(message):
    """The prompt that any of the causes can follow after a space."""
    return f'{CAUSE_PREFIX}\nMessage: {MESSAGES[-1]}\nCause: "a wrong archive"\n\nMessage: {message}\nCause:'


# A prefix as long as those of real tasks: the description of what is asked, and examples.
SHOWN = [(MESSAGES[0], 0), (MESSAGES[1], 1), (MESSAGES[2], 2), (MESSAGES[3], 4), (MESSAGES[4], 5), (MESSAGES[5], 6), (MESSAGES[6], 7), (MESSAGES[7], 3),
         ("Connection to news.example.com:119 refused", 5), ("Only 71.4 percent of the articles are there, 96 are needed", 0),
         ("write error: disk quota exceeded while joining part 31", 1), ("wrong password? checksum of Film.2019.mkv does not match after decryption", 2),
         ("Not a RAR archive: Series.S03E07.mkv", 3), ("The file is protected, enter its password to go on", 4), ("SSL handshake with the news server failed", 5),
         ("par2: 18 blocks are damaged, 11 can be repaired", 6), ("Release was already grabbed on the fifth of May", 7),
         ("article <part41of88.x@news> missing on primary and backup", 0), ("ENOSPC: cannot extend file", 1), ("7-Zip: data error in encrypted file. Wrong password?", 2),
         ("The archive holds a program and no film", 3), ("rar: cannot open encrypted header", 4), ("getaddrinfo: name or service not known", 5),
         ("unpacked size differs from the header", 6), ("Ignored, an identical NZB is in the history", 7)]
LONG_PREFIX = CAUSE_PREFIX + "".join(f"\nMessage: {message}\nCause: {CAUSES[cause]}\n" for message, cause in SHOWN)
LATER = ["430 article not found, 3,120 of 9,980 missing", "could not write block 77, the volume is full", "decryption failed, is the password right?",
         "unknown compression method, this is no archive", "volume is encrypted and nothing was entered", "timeout while talking to the news server",
         "md5 mismatch in block 12, repair not possible"]


def long_cause(message):
    """The same question behind the long prefix."""
    return f"{LONG_PREFIX}\nMessage: {message}\nCause:"


# Five questions over one state, as typed-gguf's own examples ask them.
STATE = (CAUSE_PREFIX + "\nThis is the history of one download, oldest line first.\n" + "".join(
    f"{hour:02}:{minute:02} {text}\n" for hour, minute, text in [
        (8, 2, "queued: Northern Harbour S02E05 1080p WEB, 3.4 GB, asked for by a person"),
        (8, 3, "started, 5 connections to news.example.org"), (8, 9, "articles missing: 12 of 4,410"),
        (8, 14, "articles missing: 390 of 4,410"), (8, 14, "second server asked, not available"),
        (8, 21, "completion 91.2 percent, repair needs 97 percent"), (8, 21, "repair failed, not enough repair blocks"),
        (8, 22, "failed: cannot be completed"), (8, 40, "the same episode was tried three weeks ago from another posting and failed too"),
    ]))

QUESTIONS = [
    ("What is the cause of the failure?", CAUSES),
    ("What should be done next?", ["search another release", "wait and try again", "ask a person", "free some disk space", "give it up"]),
    ("Who has to act?", ["the program", "the person who asked", "the owner of the server", "nobody"]),
    ("How urgent is it?", ["not urgent at all", "within this week", "today", "at once"]),
    ("Will the same file work later?", ["certainly", "perhaps", "certainly not"]),
]


def asked(question, options):
    """A question over the state, with its options shown."""
    return f"{STATE}\nQuestion: {question}\nOptions: {'; '.join(options)}\nAnswer:"


WRITING = "One, two, three, four, five, six, seven, eight, nine, ten,"
