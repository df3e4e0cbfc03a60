"""English words that have a clear opposite, by concept. Knows no Chinese."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Span

Sense: TypeAlias = tuple[str, int]
"""A concept and which end of it: 0 for the first, 1 for the second."""

_WORDS = """
amount: more | less fewer
increase: increase grew grow grown growth rise rose risen rising surge soar climb increment | decrease decline\
 reduce reduction fell fallen drop dropped shrink shrank shrunk plunge lessen diminish
import: import | export
buy: buy bought purchase acquire buyer purchaser | sell sold seller sale
time: earlier previously | later afterwards subsequently
include: include contain comprise | exclude omit
enable: enable activate | disable deactivate
allow: allow permit | deny denied denies disallow forbid forbidden prohibit ban banned banning block refuse
truth: true | false
open: open reopen | close shut
win: win won winning winner beat beaten | lose lost losing loser
good: good excellent fine best better | bad worse worst poor awful terrible
new: new newly | old older oldest former
early: early earliest | late later latest
high: high higher highest | low lower lowest
large: large larger largest big bigger biggest huge great greater greatest giant enormous | small\
 smaller smallest tiny little minor
long: long longer longest lengthy | short shorter shortest brief
fast: fast faster fastest quick quicker quickest quickly rapid rapidly swift | slow slower slowest slowly sluggish
strong: strong stronger strongest powerful strongly | weak weaker weakest weakly weakness
rich: rich richer richest wealthy | poor poorer poorest impoverished
positive: positive positively | negative negatively
north: north northern northward northwards | south southern southward southwards
east: east eastern eastward eastwards | west western westward westwards
left: left leftmost | right rightmost
inside: inside internal inner interior indoor indoors | outside external outer exterior outdoor outdoors
top: top uppermost | bottom
male: male man men masculine | female woman women feminine
boy: boy | girl
father: father dad | mother mom mum
son: son | daughter
brother: brother | sister
summer: summer | winter
success: success succeed successful successfully | failure fail failed unsuccessful
accept: accept accepted acceptance agree agreed agreement | reject refuse rejection refusal decline
support: support back backed favour favor | oppose opposition against
start: start begin began begun beginning commence opening | ended ending finish conclude concluding closing
arrive: arrive arrival reach | leave left departure depart
enter: enter entry join | leave left exit quit
attack: attack assault offensive | defend defense defence defensive
build: build built construct construction erect | destroy demolish destruction demolition tear tore
add: add insert append | remove delete removal deletion strip
send: send sent | receive received
connect: connect connection | disconnect
lock: lock | unlock
install: install installation | uninstall remove removed
upload: upload | download
encrypt: encrypt encryption | decrypt decryption
show: show shown display indicate reveal | hide hid hidden hiding conceal veil
public: public | private
military: military | civilian civil
domestic: domestic local | foreign international overseas
urban: urban city cities | rural countryside
majority: majority | minority
maximum: maximum maximal | minimum minimal
same: same similar identical alike similarly | different differently distinct differ
possible: possible | impossible
legal: legal lawful legally | illegal unlawful illegally
known: known | unknown
stable: stable | unstable
valid: valid | invalid
sufficient: sufficient adequate enough | insufficient inadequate shortage
direct: direct directly | indirect indirectly
formal: formal official | informal unofficial
correct: correct correctly right | incorrect incorrectly wrong
mutable: mutable | immutable
optimism: optimism optimistic | pessimism pessimistic
love: love loved like | hate hatred dislike loathe
friend: friend | enemy enemies foe
birth: birth born | death died die dies dying dead
healthy: healthy | infected infection sick ill
question: question ask asked | answer reply response respond
parent: parent | child children
now: current currently now present presently today | past previous formerly
future: future upcoming next | past previous
soon: immediately instantly promptly | eventually finally ultimately
initially: initially originally first | eventually finally ultimately
easy: easy easier easiest easily effortless | difficult hard harder hardest challenging
cheap: cheap cheaper cheapest inexpensive | expensive pricey priciest costly
near: near nearby close closer closest neighbouring neighboring | far farther farthest distant remote
wide: wide wider widen broad broader | narrow narrower
deep: deep deeper deepest | shallow
thick: thick thicker dense densely | thin thinner sparse sparsely
heavy: heavy heavier heavily | light lighter lightly
hot: hot hotter hottest warm warmer | cold colder coldest cool cooler
wet: wet damp humid moist | dry dried arid
bright: bright brighter | dark darker dim
full: full | empty
safe: safe safely safer safety | dangerous unsafe danger
young: young younger youngest youth | old older oldest elderly
simple: simple simpler simplest basic | complex complicated elaborate
rare: rare rarely uncommon | common commonly frequent frequently
major: major main primary principal | minor secondary
senior: senior | junior
upper: upper | lower
vertical: vertical vertically | horizontal horizontally
odd: odd | even
acute: acute | chronic
benign: benign | malignant malignancy
proximal: proximal | distal
anterior: anterior | posterior
artery: artery arteries arterial | vein venous
hypertension: hypertension hypertensive | hypotension hypotensive
hyperglycemia: hyperglycemia hyperglycaemia | hypoglycemia hypoglycaemia
systolic: systolic | diastolic
prospective: prospective prospectively | retrospective retrospectively
upregulated: upregulate upregulation upregulated | downregulate downregulation downregulated
agonist: agonist | antagonist
promote: promote activate stimulate facilitate | inhibit suppress hinder impede
input: input | output
read: read reading reader | write wrote written writing writer
ascending: ascending | descending
prefix: prefix | suffix
row: row | column
encode: encode encoding | decode decoding
synchronous: synchronous synchronously | asynchronous asynchronously
static: static statically | dynamic dynamically
near-end: local locally | remote remotely
uppercase: uppercase upper-case | lowercase lower-case
optional: optional optionally | required mandatory compulsory obligatory
manual: manual manually | automatic automatically
online: online | offline
profit: profit profitable | loss losses deficit
surplus: surplus | deficit
supply: supply supplies | demand
assets: asset | liability liabilities
income: income revenue | expenditure expense spending
employer: employer | employee
plaintiff: plaintiff | defendant
guilty: guilty convicted | innocent acquitted
peace: peace peaceful | war warfare
victory: victory victorious triumph | defeat defeated
ancestor: ancestor | descendant
doctor: doctor physician | patient
advantage: advantage | disadvantage
encourage: encourage | discourage
arrest: arrest detain | release
expand: expand expansion enlarge | shrink shrank contract contraction narrow reduce
appear: appear emerge | disappear vanish
remember: remember recall | forget forgot forgotten
advance: advance | retreat withdraw withdrew withdrawal
admit: admit acknowledge confess | deny denied denies denial
praise: praise | criticize criticise criticism
approve: approve approval | reject veto
hire: hire recruit employ | fire dismiss
accelerate: accelerate acceleration | decelerate slow slowed slowing
strengthen: strengthen reinforce | weaken undermine
improve: improve improvement | worsen deteriorate deterioration
temporary: temporary temporarily interim | permanent permanently
absolute: absolute absolutely | relative relatively
active: active actively | passive passively
objective: objective objectively | subjective subjectively
qualitative: qualitative qualitatively | quantitative quantitatively
partly: partly partially partial | fully entirely completely wholly
voluntary: voluntary voluntarily | compulsory mandatory forced
attend: attend participate | miss skip absent absence
pain: pain painful suffering ache | pleasure joy enjoyment
first: first initial | last final
confirm: confirm confirmed confirmation | deny denied denies denial
responsible: responsible | irresponsible
introduce: introduce introduction | eliminate eradicate abolish
protect: protect protection preserve | destroy harm damage
continue: continue continued resume | stop stopped cease halt
keep: keep kept retain maintain preserve | discard abandon
comply: comply obey observe follow abide | violate violation breach disobey
trust: trust believe | doubt suspect distrust
unite: unite unify merge united | split splitting divide separate
friendly: friendly | hostile unfriendly
happy: happy glad delighted pleased cheerful | sad unhappy sorrow sorrowful
clever: clever smart intelligent wise | stupid foolish
polite: polite politely | rude rudely impolite
modern: modern contemporary | ancient
developed: developed advanced | developing backward
natural: natural naturally | artificial artificially man-made
normal: normal normally | abnormal abnormally
married: married | unmarried single
professional: professional | amateur
indigenous: indigenous native aboriginal | migrant immigrant foreign
day: day daytime | night nighttime
morning: morning | evening night
sunrise: sunrise dawn | sunset dusk
upwards: upward upwards up | downward downwards down
upstream: upstream | downstream
take-off: take-off takeoff | landing land
capitalism: capitalism capitalist | socialism socialist
democracy: democracy democratic | dictatorship dictator
consumer: consumer | producer
predator: predator | prey
solid: solid | liquid
acid: acid acidic | alkaline alkali
soluble: soluble | insoluble
freeze: freeze froze frozen | melt thaw
prosecution: prosecutor prosecution | defender defence defense
rain: heavy torrential | light drizzle
ally: ally allies friend | enemy foe
spend: spend spent | save saving
busy: busy | idle leisurely
resign: resign resignation | appoint appointment
liberal: liberal | conservative
temporary-host: host | guest
carefully: careful carefully | careless carelessly
raise: raise raised raising lift | lower lowered lowering cut
shared: together joint jointly shared | separately separate divided
attract: attract attraction | repel
beauty: beautiful pretty | ugly
clean: clean | dirty
clear: clear clearly | vague unclear ambiguous vaguely
cooperate: cooperate cooperation collaborate collaboration | compete competition
repair: repair mend restore | damage ruin
employed: employed employment | unemployed unemployment
famous: famous renowned well-known celebrated | obscure
flexible: flexible flexibly flexibility | rigid rigidly
forward: forward forwards ahead | backward backwards
gradual: gradual gradually | sudden suddenly abrupt abruptly
hope: hope hopeful | despair hopeless
individual: individual individually | collective collectively
intentional: intentional intentionally deliberate deliberately | accidental accidentally
kind: kind kindly kindness | cruel cruelly cruelty
modest: modest humble | arrogant proud
loud: loud loudly noisy noise | quiet quietly silent silently
often: often frequently usually commonly | seldom rarely occasionally
precise: precise precisely exact exactly accurate | rough roughly approximate approximately
reward: reward rewarded | punish punishment penalty penalise penalize
smooth: smooth smoothly | rough
gather: gather assemble | scatter disperse
severe: severe severely serious seriously | mild mildly slight slightly
special: special specific particular | general generic ordinary
tense: tense tension nervous | relaxed calm
theory: theory theoretical theoretically | practice practical practically
tradition: traditional traditionally | modern innovative
useful: useful helpful | useless
life: life lives alive living | death dead deaths
above: above | below beneath underneath
front: front | back rear
season: spring | autumn fall
expert: expert | novice beginner amateur
predecessor: predecessor former | successor
entrance: entrance | exit
sender: sender | recipient receiver addressee
donor: donor donate | recipient
abundant: abundant plentiful | scarce scarcity shortage
victim: victim | perpetrator murderer killer
supporter: supporter proponent advocate | opponent critic
loyal: loyal loyalty faithful | disloyal betray betrayal traitor
violent: peaceful peacefully nonviolent | violent violently violence
heaven: heaven paradise | hell
frequent: frequent frequently | infrequent infrequently
sunny: sunny | cloudy rainy
eventual: beginning start outset | end ending conclusion
sea: sea maritime naval marine | land ground overland
win-lose: winner champion | loser
raise-hide: reveal disclose expose | conceal hide
ease: ease relax loosen | tighten
"""

_ENDINGS = ("", "s", "es", "d", "ed", "ing")


def _forms(word: str) -> set[str]:
    forms = {word + ending for ending in _ENDINGS}
    if word.endswith("e"):
        forms.add(word[:-1] + "ing")
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    return forms


def _senses() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, dict[Sense, None]] = {}
    for line in _WORDS.strip().splitlines():
        concept, _, ends = line.partition(": ")
        for end, words in enumerate(ends.split(" | ")):
            for word in words.split():
                for form in _forms(word):
                    found.setdefault(form, {})[concept, end] = None
    return {form: tuple(senses) for form, senses in found.items()}


SENSES: dict[str, tuple[Sense, ...]] = _senses()
"""Form in lower case → the ends of concepts it may stand for."""

LESSENED = deferred(r"\b(?:less|least|little|too)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before a word to turn it round by degree: *less often*, *too short*."""

_ORDER = deferred(r"(?P<word>Before|After|Prior to|Following)\b[^,;:.?!]{3,90},", re.ASCII)
_OTHER_ORDER = deferred(
    r"\b(?:before|after|until|till|since|later|earlier|ago|then|first|prior|previous\w*|follow\w*)\b"
)


class Order(NamedTuple):
    """Which end of before (0) and after (1) the sentence opens with, and where."""

    end: int
    place: Span


def clause_order(text: str) -> Order | None:
    """What *Before …,* or *After …,* at the head of a sentence says; None where another word of order stands in it."""
    found = _ORDER.match(text)
    if found is None or _OTHER_ORDER.search(text, found.end("word")):
        return None
    return Order(int(found["word"] in ("After", "Following")), Span(*found.span("word")))
