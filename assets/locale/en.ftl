# tabayun's texts in English. Every message is here and in ar.ftl with the same arguments (a test
# compares them). A name says the room it belongs to. Short messages on one line are not parsed at
# all; keep those without { }.

## Figures

number-million = { $n } million
number-billion = { $n } billion
number-trillion = { $n } trillion
duration-s = { $n } s
duration-min = { $n } min
duration-h = { $n } h
# The same in words, where there is room.
duration-seconds = { $n } s
duration-minutes = { $n } min
duration-hours = { $n } h
# Two of them after “about”, “more than”, “from … to”.
two-seconds = 2 s
two-minutes = 2 min
two-hours = 2 h
two-days = 2 days
two-weeks = 2 weeks
two-months = 2 months
two-years = 2 years
two-seasons = 2 seasons
duration-days = { $n } { $n ->
    [one] day
   *[other] days
}
duration-weeks = { $n } { $n ->
    [one] week
   *[other] weeks
}
duration-months = { $n } { $n ->
    [one] month
   *[other] months
}
duration-seasons = { $n } { $n ->
    [one] season
   *[other] seasons
}
duration-years = { $n } { $n ->
    [one] year
   *[other] years
}
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
currency-usd = US dollars
currency-eur = euros
currency-gbp = pounds sterling
currency-egp = Egyptian pounds
currency-sar = Saudi riyals
currency-aed = UAE dirhams
currency-tnd = Tunisian dinars
currency-rub = roubles
currency-jpy = yen
currency-cny = yuan
currency-ils = shekels
currency-try = Turkish lira
currency-iqd = Iraqi dinars
currency-jod = Jordanian dinars
currency-kwd = Kuwaiti dinars
currency-qar = Qatari riyals
currency-dzd = Algerian dinars
currency-mad = Moroccan dirhams
currency-lyd = Libyan dinars
currency-sdg = Sudanese pounds
currency-syp = Syrian pounds
currency-lbp = Lebanese pounds
currency-yer = Yemeni riyals
currency-omr = Omani rials
currency-bhd = Bahraini dinars
currency-irr = Iranian rials

## What could not be read

problem-not-found = There is no “{ $name }”. Check the name; with spaces in it, put it in quotation marks.
problem-not-allowed = “{ $name }” may not be read. Give yourself the right to read it (chmod u+r), then press r.
problem-unreadable = “{ $name }” could not be read ({ $detail }). Check the disk or copy the file elsewhere.
problem-not-a-file = “{ $name }” is neither a file nor a folder, so it was not opened. Pipe its text in: command | tabayun -
problem-too-large = “{ $name }” is larger than { $limit } MB and was left out. Split it, or give the part with the report.
problem-shrunk = “{ $name }” became shorter while it was read; what was there is shown. Press r to read it again.
problem-binary = “{ $name }” is no text (a picture, a PDF, a program?). Save the report as text or as a web page.
problem-empty = “{ $name }” holds no text. Save the report again, or leave the file out.
problem-folder-empty = “{ $name }” holds no reports. Put .txt, .md, .html or .jsonl files in it.
problem-too-deep = “{ $name }” and what lies under it was left out: too many folders in one another. Open it by its own name.
problem-dossier-json = “{ $name }” was left aside: it is not the JSON that was expected (line { $line }: { $detail }). Correct that line; the reports are shown without it.
warning-dossier-date = “{ $name }”: the "date" of “{ $file }”, “{ $value }”, is no day, and was left aside. Write it as 2031-03-04.
warning-dossier-field = “{ $name }”: “{ $field }” (of “{ $file }”: “{ $value }”) is no field that is read. If you meant "{ $meant }", call it so.
problem-dossier-outside = “{ $name }” lists “{ $file }”, which is not inside its folder; it was not opened. Put the report into the folder.
problem-html = No report was found in the page “{ $name }”. Save the text of the report and open that.
problem-line-json = Line { $line } of “{ $name }” is no report: from character { $from } on it is no JSON. Correct the line; the other lines are shown.
problem-line-object = Line { $line } of “{ $name }” is no report: it is no object. It needs an object with "text"; the other lines are shown.
problem-line-text = Line { $line } of “{ $name }” is no report: its object has no "text" with words in it. Add it; the other lines are shown.
warning-line-date = Line { $line } of “{ $name }”: its "date", “{ $value }”, is no day, and the report is shown without it. Write it as 2031-03-04.

## Settings

problem-state-damaged = The file with your last places could not be read, so they are lost. It is kept as “{ $name }”; a new one is begun.
problem-setting-unknown = { $where }: there is no setting “{ $name }”. There are: { $all }.
problem-setting-value = { $where }: “{ $name }” cannot be “{ $value }”. It can be: { $all }.
problem-config-syntax = { $where }: this is not TOML ({ $detail }). Correct the line; the others hold.
problem-config-keys = { $where }: “{ $name }” needs a key or a list of keys in quotation marks, as quit = "q".
problem-config-unreadable = The settings “{ $name }” could not be read ({ $detail }); the defaults hold. Check the file's rights.
problem-lexicon-wrong = { $where }: { $detail }. Nothing of this file was taken, the others hold; correct the line.
problem-lexicon-full = The files of “{ $name }” hold more words than the lexicon has room for, and none of them was taken. Keep those that you need.
problem-lexicon-unreadable = “{ $name }” could not be read ({ $detail }), and nothing of it was taken. Check the file's rights.

## A comparison on paper

report-title = { $n ->
    [one] what one report says
   *[other] what { $n } reports say
}
report-counts = { $disputed } disputed, { $alone } only here
report-events = These reports are about { $n } events; they are compared within each.
report-copies = One text stands in { $reports }: they count as one source.
report-some = { $n ->
    [one] report { $list }
   *[other] reports { $list }
 }
report-one-alone = One report alone: there is nothing to set it against.
report-all-apart = Each of these reports is about another event: none is set against another.
report-own = What it says:
report-nothing-understood = What was read is not in Arabic, or has no figures, dates, names or quotations: nothing of it can be compared.
report-corrected = With your own corrections, as the notebook has them:
report-no-disagreement = No disagreement was found between these reports.
report-matrix = Topics and reports
report-topic = Topic
report-disagreements = Where they differ
report-softer = Told or spelled differently, no conflict
report-agreements = Where they agree
report-left-out = Left out by one report only
report-alone = Told by one report only
report-quotes = Quotations
report-evidence = The sentences
report-unnamed = speaker not named
report-original = the original
report-silent = not mentioned
report-agreed = agreed
report-contradiction = contradiction
report-update = updated over time
report-precision = different precision
report-spelling = spelled differently
report-compatible = compatible
report-sources = { $n ->
    [one] one source
   *[other] { $n } sources
}
report-made = Made with tabayun. The values are as the program understood them; the sentences are the reports' own.

## The notebook

quotes-no-dossier = Without a dossier
quotes-note = Note:
quotes-tags = Tags:
quotes-more = { $n ->
    [one] and one more that says the same
   *[other] and { $n } more that say the same
}
quotes-accessed = read on { $day }
quotes-set = Put right: { $field }, was “{ $was }”, is “{ $now }”
quotes-set-new = Put right: { $field } is “{ $now }”
quotes-set-aside = Set aside, not a conflict: { $topic }
quotes-missed = A disagreement that was missed
field-outlet = the outlet
field-date = the date
field-value = the value
field-topic = the topic
problem-notebook-read-only = Nothing was kept: “{ $name }” may not be written to. Give yourself the right to write there, or set TABAYUN_DATA to another folder.
problem-notebook-full = Nothing was kept: the disk with “{ $name }” is full. Make room there, then try again.
problem-notebook-locked = Nothing was kept: another program has held “{ $name }” for seconds. Close it or wait, then try again.
problem-notebook-write = Nothing was kept: “{ $name }” could not be written ({ $detail }). Check the disk, then try again.
problem-notebook-read = The notebook “{ $name }” could not be read ({ $detail }). Check the file and its rights; it was not changed.
problem-notebook-words = Nothing was kept: the bookmark could not be written as JSON. Please report this.
problem-notebook-line-cut = Line { $line } of “{ $name }” ends in the middle and was left out. It stays in the file; the others are there.
problem-notebook-line-json = Line { $line } of “{ $name }” is no JSON and was left out. It stays in the file; the others are there.
problem-notebook-line-other = Line { $line } of “{ $name }” is no annotation of tabayun and was left out. It stays in the file; import it if another program wrote it.
problem-notebook-line-future = Line { $line } of “{ $name }” was written by a later version of tabayun and was left out. It stays in the file; update tabayun to see it.
problem-import-json = Nothing was imported: “{ $name }” is no JSON (line { $line }). Choose a JSON or JSON-LD export.
problem-import-nothing = Nothing was imported: “{ $name }” holds no annotations. Choose an export of tabayun or hypothes.is.
quotes-imported = { $added ->
    [one] 1 new bookmark
   *[other] { $added } new bookmarks
}, { $updated } brought up to date, { $unchanged } there already, { $refused } not readable

## The command line

cli-about = Sets several Arabic reports of one event side by side and shows where they disagree
cli-files = Reports: files, folders (with or without dossier.json), or - for standard input. None: the built-in sample
cli-compared = Reports: files, folders (with or without dossier.json), or - for standard input
cli-filter = Only what has these words; outlet:…, speaker:…, report:…, #tag as in the notebook's view
cli-import = An export of tabayun or hypothes.is to take into the notebook
cli-one-file = A report
cli-compare = Prints what the reports agree and disagree on
cli-facts = Reads reports as JSON lines and prints what each claims, a line for a line
cli-jsonl = {"{"}"id", "text"[, "date", "lang"]{"}"} a line in; {"{"}"id", "facts", "quotes"{"}"} a line out
cli-text = Prints the text of a report, the one that byte offsets refer to
cli-quotes = Prints the notebook
cli-doctor = Says what this terminal does with Arabic, and what tabayun will do about it
cli-json = As JSON, for a bug report
cli-completions = Prints the completions of a shell
cli-shell = The shell
cli-man = Prints the manual page
cli-without-corrections = Leave out the corrections that you made while reading
cli-format = The form of what is printed
cli-list-keys = Lists every command with its keys and leaves
cli-print-config = Prints the settings with their defaults and leaves
cli-print-lexicon = Prints a commented example of a file of your own words and leaves
cli-print-topics = Prints a commented example of a file of your own topics and leaves
cli-paths = Prints where the settings and the notebook are and leaves
cli-lang = The language of the interface
cli-bidi = What the terminal is told about Arabic
cli-shaping = How letters are joined
cli-marks = Whether tashkeel is shown
cli-digits = The digits of figures that tabayun words
cli-theme = Colours
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
usage-unknown = There is no place for “{ $word }” here. Type tabayun --help to see what there is.
usage-value = “{ $value }” is no value of { $word }. It can be { $values }; tabayun --help tells more.
usage-no-value = { $word } needs a value: { $values }; tabayun --help tells more.
usage-missing = The command lacks { $word }.
usage-conflict = { $word } and { $other } cannot stand in one command.
usage-other = The command was not understood ({ $word }). Type tabayun --help to see what there is.
usage-form = Usage: { $form }
cli-help = Prints this help
cli-version = Prints the version
cli-needs-jsonl = Say tabayun facts --jsonl: it is the one form there is.
cli-dumb = This terminal cannot place its cursor (TERM is “dumb” or not set), so the comparison is printed. Set TERM to your terminal's name, such as xterm-256color, for the reading screen.
cli-nothing-read = Nothing could be read. Give a file or a folder with reports, or start tabayun without a name to see the sample.
cli-nothing-kept = Nothing is kept yet.
cli-nothing-answers = Nothing that is kept has these words.
cli-no-notebook = The system names no place for a notebook. Set TABAYUN_DATA to a folder.
cli-bad-line = Line { $line } was answered with an error. { $detail }
cli-line-date = Line { $line } was read without its date: “{ $detail }” is no day. Write it as 2031-03-04.
line-no-json = From character { $from } on it is no JSON.
line-no-object = It is no object: { "{" }"id": …, "text": "…"{ "}" } is wanted.
line-no-text = The object has no "text".
line-text-kind = Its "text" is no string.
line-other-kind = Its "date" or "lang" is no string.
line-too-long = It is longer than 64 MB and was not read.
cli-unwritten = The output could not be written ({ $detail }). Check the disk or the program it goes to.
cli-path-none = none: the system names no home folder

## The screen

pane-list = Reports ({ $count })
pane-list-loading = Reports: { $count } of { $all }
pane-report = report { $n }
pane-outline = The report
list-loading = Reading the reports…
list-empty = No report is open.
list-event = event { $at } · { $n ->
    [one] 1 report
   *[other] { $n } reports
}
list-alone = alone in their event · { $n }
list-by-event = The list is sorted by event.
list-by-date = The list is sorted by date, the newest first.
list-by-disputes = The list is sorted by disputes, the most disputed first.
list-by-folder = The list is sorted as the folder has the reports.
source-unknown = Unknown source
date-unknown = no date
unknown = unknown
about-outlet = Source: { $outlet }
about-date = Date: { $date }
about-guessed = Read as { $encoding } (guessed)
about-damaged = Read as { $encoding }; some bytes had no meaning
known-from-dossier = named by dossier.json
known-from-metadata = named by the page
known-from-text = found in the text
known-from-reader = set by you
chrome-lines = { $count ->
    [one] … one line of menus
   *[other] … { $count } lines of menus
}
chrome-folded = Menus and share buttons are folded.
chrome-shown = Menus and share buttons are shown.
tashkeel-shown = Vowel marks are shown.
tashkeel-hidden = Vowel marks are hidden.
strip-place = { $at } of { $all }
strip-silent = not mentioned: { $sources }
strip-silent-count = { $count ->
    [one] one report
   *[other] { $count } reports
}
group-compare = Compare
comparing = The reports are still being compared.
nothing-understood = What is open is not in Arabic, or has no figures, dates, names or quotations: nothing of it can be compared.
one-report-alone = One report alone: there is nothing to set it against. Its own claims are in the side pane (f).
no-conflicts = The reports do not contradict each other in anything that was understood.
no-claim-here = There is no claim under the cursor.
only-here = No other report mentions this.
source-place = { $here }: report { $at } of the { $of } that tell it
source-place-past = { $here }: report { $at } of the { $of } that tell it; not mentioned in { $sources }
group-keep = Keep
kept-the-quotation = The quotation is kept, with its speaker and source.
kept-the-sentence = The sentence is kept.
kept-the-selection = The selection is kept.
kept-the-disagreement = The disagreement is kept, with both sides and the verdict.
kept-already = It is kept already: a adds a note, t tags, M shows it.
kept-the-changed = Change saved.
kept-the-tags = Tags saved.
kept-the-note = Note saved.
kept-both = Another copy of the program changed this note meanwhile: both are kept.
kept-the-colour = Colour saved.
kept = It is kept.
put-aside = Set aside; u brings it back.
undone = Undone.
redone = Done again.
deleted = { $count ->
    [one] Deleted. u brings it back.
   *[other] { $count } deleted. u brings them back.
}
nothing-to-keep = There is nothing to keep here.
nothing-kept-here = Nothing is kept here.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
changed-elsewhere = Another window changed it meanwhile; it was left as it is.
no-conflict-here = No disagreement is shown.
report-not-open = The report is not open here; its words are kept below.
notebook-title = Notebook ({ $count })
notebook-preparing = Notebook ({ $count }): being made ready for filters and orders…
notebook-filtered = Notebook: { $count } with “{ $words }”
notebook-empty = Nothing is kept yet. b keeps the sentence or quotation under the cursor.
notebook-nothing = Nothing that is kept has these words.
notebook-copied = { $count ->
    [one] One entry copied.
   *[other] { $count } entries copied.
}
sort-kept = Newest first.
sort-published = By the date of the report.
sort-report = By report.
sort-outlet = By outlet.
sort-speaker = By speaker.
kept-quotation = quotation
kept-sentence = sentence
kept-selection = selection
kept-report = report
kept-disagreement = disagreement
kept-correction = correction
ask-notebook = Find:
ask-note = Note:
ask-tags = Tags:
as-it-was = That is what it says already; nothing was kept.
put-right-unlike = Put right and kept. But all that the reports tell of “{ $topic }” is of another kind, and this will be set against none of it; u takes it back.
put-right-new = Put right and kept. No other claim has the topic “{ $topic }” yet: ↑ and ↓ in the field go through those that are known.
put-right = Put right and kept; the reports are compared again.
missed-first = First of two: “{ $words }”. Go to the other one and press ! there.
missed-known = The two are shown as a contradiction already; nothing was kept.
missed-not = Never mind: nothing was marked.
no-value = “{ $words }” was not understood as a value. Write it as a report would: “two hours and a half” or “45 workers”, in Arabic.
no-date = “{ $words }” is no day, and nothing was changed. Write only the day, as 2031-03-04, or in Arabic with its year.
no-editor = No editor is named. Set EDITOR, or press a to write the note in a line.
editor-failed = “{ $name }” gave no note back ({ $detail }); the note is as it was.
note-as-it-was = The note is as it was.
kept-otherwise = Of what was kept here, { $changed } changed and { $gone } gone; M shows it.
kept-changed = The words have changed since they were kept:
kept-respelt = The same words, spelt otherwise now:
kept-gone = These words are gone from the report; they are kept here.
kept-elsewhere = The report is not open; its words are kept here.
colour-yellow = yellow
colour-green = green
colour-blue = blue
colour-red = red
colour-violet = violet
ask-outlet = Outlet:
ask-date = Date:
ask-value = Value:
ask-topic = Topic:
ask-title = What do the two disagree about?
ask-export = Write to file:
cli-corrections-unread = The notebook could not be read: what is printed is without your corrections.
exported = Written to { $name }.
export-no-folder = { $name } was not written: there is no folder “{ $folder }”. Make it, or choose one that is there.
export-is-there = { $name } was not written: there is such a file already. Enter once more (or the name with ! at its end) writes over it; another name writes another file.
export-is-folder = { $name } is a folder. Give the name of a file in it.
export-forbidden = { $name } was not written: the folder “{ $folder }” may not be written to. Choose another one.
export-full = { $name } was not written: the disk is full. Make room, or choose a folder on another disk.
export-failed = { $name } was not written ({ $detail }). Choose another name or folder.
no-such-form = { $name } has no form that is known; let the name end in .md .csv .jsonld .bib or .json.
pane-facts = Its facts
facts-count = { $count ->
    [one] one fact
   *[other] { $count } facts
}
facts-unread = figures not read: { $count }
no-more-claims = There is no more on that side.
fact-place = Fact { $at } of { $of }
quote-place = Quotation { $at } of { $of }; the report does not say whose
quote-spoken = Quotation { $at } of { $of }, said by { $speaker }
not-mentioned = This report does not mention it.
told-apart = It tells this, but as far as it says of another time, thing or kind, so that it was not set against the others:
card-title = Card
card-rule = rule: { $rule }
card-says = says { $who }
card-unnamed = says somebody unnamed
mode-planned = planned or expected
mode-hedged = said to be possible
mode-negated = denied
mode-general = said in general
mode-question = asked
certainty-low = low certainty
certainty-medium = fair certainty
certainty-high = high certainty
matrix-title = Topics ({ $count })
# Where not all reports fit: which ones are shown.
matrix-title-part = Topics ({ $count }) · { $which }/{ $all }
unit-m = m
unit-km = km
unit-cm = cm
unit-mm = mm
unit-mile = mi
unit-nautical-mile = nmi
unit-foot = ft
unit-inch = in
unit-yard = yd
unit-kg = kg
unit-g = g
unit-mg = mg
unit-t = t
unit-lb = lb
unit-oz = oz
unit-quintal = q
unit-l = l
unit-gallon = gal
unit-barrel = bbl
unit-ha = ha
unit-acre = acres
unit-feddan = feddan
unit-dunam = dunam
unit-km2 = km²
unit-m2 = m²
unit-m3 = m³
unit-m-s = m/s
unit-km-s = km/s
unit-km-h = km/h
unit-knot = kn
unit-degc = °C
unit-degree = °
unit-magnitude = magnitude
unit-w = W
unit-kw = kW
unit-mw = MW
unit-gw = GW
unit-kwh = kWh
unit-mwh = MWh
daypart-0-6 = at dawn
daypart-0-9 = early in the morning
daypart-0-12 = in the morning
daypart-9-12 = in the forenoon
daypart-11-15 = at noon
daypart-12-18 = in the afternoon
daypart-15-24 = in the evening
daypart-18-30 = at night
zone-local = local time
zone-utc = UTC
zone-europe-moscow = Moscow time
zone-asia-riyadh = Riyadh time
zone-asia-qatar = Qatar time
zone-asia-kuwait = Kuwait time
zone-asia-bahrain = Bahrain time
zone-asia-baghdad = Baghdad time
zone-asia-aden = Aden time
zone-asia-amman = Amman time
zone-asia-damascus = Damascus time
zone-europe-istanbul = Istanbul time
zone-asia-dubai = Dubai time
zone-asia-muscat = Muscat time
zone-asia-tehran = Tehran time
zone-africa-cairo = Cairo time
zone-africa-tripoli = Tripoli time
zone-africa-khartoum = Khartoum time
zone-africa-tunis = Tunis time
zone-africa-algiers = Algiers time
zone-africa-casablanca = Casablanca time
zone-africa-nouakchott = Nouakchott time
zone-asia-beirut = Beirut time
zone-asia-jerusalem = Jerusalem time
zone-europe-kyiv = Kyiv time
zone-europe-athens = Athens time
zone-europe-paris = Paris time
zone-europe-berlin = Berlin time
zone-europe-rome = Rome time
zone-europe-madrid = Madrid time
zone-europe-brussels = Brussels time
zone-europe-zurich = Zurich time
zone-europe-vienna = Vienna time
zone-europe-london = London time
zone-europe-lisbon = Lisbon time
zone-america-new-york = New York time
zone-america-chicago = Chicago time
zone-america-los-angeles = Los Angeles time
zone-america-anchorage = Anchorage time
zone-asia-shanghai = Shanghai time
zone-asia-hong-kong = Hong Kong time
zone-asia-tokyo = Tokyo time
zone-asia-seoul = Seoul time
zone-asia-kolkata = Kolkata time
zone-asia-karachi = Karachi time
zone-asia-kabul = Kabul time
zone-africa-addis-ababa = Addis Ababa time
zone-africa-nairobi = Nairobi time
zone-america-sao-paulo = Sao Paulo time
zone-asia-jakarta = Jakarta time
unit-mile2 = mi²
unit-mph = mph
unit-degf = °F
unit-v = V
unit-gb = GB
unit-tb = TB
unit-mb = MB
unit-cal = cal
unit-pp = points
topic-outcome-agreement = agreement
topic-outcome-breakthrough = breakthrough
topic-outcome-ceasefire = ceasefire
topic-outcome-framework = framework
topic-outcome-progress = progress
topic-outcome-result = result
topic-outcome-ruling = ruling
topic-outcome-settlement = settlement
topic-outcome-statement = joint statement
topic-outcome-understanding = understanding
topic-reader = marked by you
topic-role = office of { $name }
# What a topic is narrowed to, where it is a term of the program.
scope-q1 = first quarter
scope-q2 = second quarter
scope-q3 = third quarter
scope-q4 = fourth quarter
scope-h1 = first half
scope-h2 = second half
scope-next = the next
scope-before = the former
scope-preliminary = preliminary
kinds-number = numbers
kinds-ordinal = ordinals
kinds-percent = percentages
kinds-count = counts
kinds-money = money
kinds-duration = durations
kinds-date = dates
kinds-time = times
kinds-score = scores
kinds-measure = measures
kinds-place = places
kinds-person = people
kinds-name = named things
kinds-organisation = organisations
kinds-role = offices
kinds-roster = those present
kinds-outcome = outcomes
kinds-record = firsts and lasts
kinds-unread = figures not read
notice-more = … and more: { $count } in all; they are told again when you leave.
kind-number = number
kind-ordinal = ordinal
kind-percent = percentage
kind-count = count
kind-money = money
kind-duration = duration
kind-date = date
kind-time = time
kind-score = score
kind-measure = measure
kind-place = place
kind-person = person
kind-name = named thing
kind-organisation = organisation
kind-role = office
kind-roster = list of those present
kind-outcome = outcome
kind-record = first or last of its kind
kind-unread = figure not read
verdict-contradiction = contradiction
verdict-update-over-time = updated over time
verdict-different-precision = different precision
verdict-variant-spelling = two spellings
verdict-compatible = compatible
status-place = { $source } · report { $at } of { $all }
status-event = event { $at } of { $all }
status-copies = the same text as { $reports }
status-hit = hit { $at } of { $count }
status-hits = { $count ->
    [one] one hit
   *[other] { $count } hits
}
hits-while-typing = { $count ->
    [0] no hits
    [one] one hit in { $reports }
   *[other] { $count } hits in { $reports }
}
hits-in-reports = { $count ->
    [one] one report
   *[other] { $count } reports
}
status-search = “{ $words }”: { $hits }
status-locked = = locked
lock-silent = ∅ nothing here
locked = Scrolling is locked: what tells the same stands side by side; = frees it.
locked-alone = Scrolling is locked, but one report is open: add a pane with +.
unlocked = Each pane scrolls by itself.
status-hint = ? help
ask-search = Search:
ask-help = Look for:
ask-command = Command:
help-title = Help: / looks for words, q goes back
help-filtered = Help with “{ $words }”: Esc shows all, q goes back
help-nothing = No command has these words. Esc shows all.
group-move = Moving
group-panes = Panes
group-find = Searching
group-take = Taking along
group-program = The program
group-text-field = In a text field
no-hit = “{ $words }” is in none of the reports.
nothing-searched = Nothing was searched yet; / asks for words.
search-from-start = Searched to the end; on from the beginning.
search-from-end = Searched to the beginning; on from the end.
no-jump-back = There is no place further back.
no-jump-forward = There is no place further on.
mark-set = Mark { $mark } is set here; ' and { $mark } lead back.
no-such-mark = There is no mark { $mark }; press m and a letter to set one.
no-such-pane = There are { $count } panes.
no-more-reports = There is no other report that way.
no-more-panes = No more reports fit side by side.
last-pane = This is the only report pane; q leaves.
no-such-key = { $keys } does nothing here; ? shows what does.
nothing-to-copy = There is no sentence here to copy.
copied = { $count ->
    [one] One word copied with its source.
   *[other] { $count } words copied with their source.
}
no-url = The address of this report is not known.
opening = Opening { $url }
open-failed = { $url } could not be opened; y copies the sentence with the address.
no-file = This report does not come from a file; it cannot be read again.
reloaded = Read again: the text has changed.
reloaded-same = Read again: the text is the same.
theme-is-dark = Colours: dark
theme-is-light = Colours: light
theme-is-high-contrast = Colours: high contrast
theme-is-mono = Colours: none
paste-cut = Only the first megabyte of what you pasted was taken. Paste the rest in pieces.
worker-failed = Something went wrong inside tabayun; what is shown is right, but not complete. Please report it.
keeper-failed = Nothing was kept: something went wrong inside tabayun. Start it again, and please report it.
encoder-is = Arabic as “{ $name }”: F2 for the next way, Esc to go back, any other key keeps it.
encoder-look = The line above must begin at the right with أعلنت, joined, and hold 17, not 71.
encoder-not-kept = This choice could not be kept for the next time; the folder of the state file (tabayun --paths) cannot be written to.
## Values

value-yes = yes
value-no = no
value-reached = reached
value-not-reached = not reached
value-qualified = { $value } ({ $kind })
value-preliminary = preliminary
value-final = final
value-comprehensive = comprehensive
value-concrete = concrete
value-radical = radical
value-partial = partial
value-some = some
value-great = great
value-range = { $low } to { $high }
value-denied = denied: { $value }
value-about = about { $value }
value-nearly = nearly { $value }
value-more-than = more than { $value }
value-slightly-more = a little over { $value }
value-at-least = at least { $value }
value-at-most = at most { $value }
value-less-than = less than { $value }
value-vague = { $value } or more, loosely
value-points = { $value } basis points

## Why two claims were set apart or together

reason-reader-missed = you marked the two as a disagreement.
reason-report = report { $n }
reason-disjoint-intervals = the difference is larger than their wording leaves room for.
reason-overlapping-intervals = both can be true: one says it more loosely.
reason-rounded = one is the other, rounded.
reason-coarser-unit = one is said in a longer unit of time.
reason-coarser-date = one names the day, the other a longer time that holds it.
reason-one-day-apart = one day apart, told from the day of publication: a time zone may explain it.
reason-neighbouring-days = two days that follow each other, each by its name: a night belongs to both, or one of them is wrong.
reason-different-day = two days for one thing.
reason-minutes-apart = a few minutes apart.
reason-different-time = two clock times, also after their zones are allowed for.
reason-different-score = two results, from whichever side they are told.
reason-qualified = the same outcome, qualified otherwise.
reason-other-qualifier = what is denied is of another kind than what is claimed.
reason-reached-or-not = one says it was reached, the other that it was not.
reason-yes-or-no = one says it is so, the other that it is not.
reason-exclusive-words = the two exclude each other.
reason-other-name = two names where there is room for one.
reason-outgrown = the figure has grown past what one report gives as its least.
reason-later-report = the later report gives a newer state.
reason-newer-by-its-words = one of them says itself that it was otherwise before.
reason-still-counted = one of them says itself that the count goes on.
reason-plan-and-outcome = it was planned so, and came out otherwise.
reason-kind-of = one names the thing, the other its kind or a part of it.
reason-weekday-and-date = the date is one, but one of them calls it by a weekday that it is not.
reason-list-and-total = the parts listed do not add up to the total.
reason-one-name = one name in several spellings.
reason-names = { $first } and { $rest } more
reason-rosters-differ = both lists are given as complete, and each has a name that the other has not.
reason-roster-and-size = more are named ({ $names }) than the size stated for a side.
reason-arrival-and-event = one usually comes to an event on its day; here it is another day and no time zone is named that explains it: worth checking, no contradiction.
problem-key-command = Line { $line } of the settings: there is no command “{ $command }”. tabayun --list-keys lists them all.
problem-key-unreadable = Line { $line } of the settings: “{ $keys }” for { $command } is no key. Write keys as j, gg, Ctrl-d, Alt-Down, F1.
problem-key-taken = Line { $line } of the settings: { $keys } for { $command } is taken by { $other }. Give { $other } another key, or an empty list.
status-reading = claims read: { $done } of { $all }

# Rules by which claims are read, by the first part of their name.
rule-act = an act that was told or denied
rule-age = an age
rule-basis-point = points of a percentage
rule-change = a change from and to
rule-closed-list = a closed list
rule-opposite = a word and its opposite
rule-collision = a collision
rule-count = a counted thing
rule-date = a date
rule-duration = a duration
rule-match-minute = a minute of a match
rule-measure = a measure
rule-named-value = a name in its place
rule-number = a number
rule-office = who holds an office
rule-quote = what is quoted
rule-range = a range
rule-record = a record
rule-roster = a list of people
rule-sum-of-list = the sum of a list
rule-unread = a figure that was not understood
rule-score = a result
rule-time = a clock time
rule-percent = a percentage
rule-money = a sum of money
rule-place = a place
rule-person = a person
rule-outlet = a news outlet
rule-organisation = an organisation
rule-outcome = an outcome
rule-ordinal = an order
rule-thing = a named thing
rule-rating = a rating
rule-reader = put right by you
