"""What candidates do for a living, as short as on a ballot paper."""

from app.demo.chance import Chance

_WORK = (
    "adjunkt", "advokat", "agronom", "anleggsgartner", "arkitekt", "barnehagelærer", "barnevernspedagog", "bibliotekar",
    "blikkenslager", "brannkonstabel", "butikksjef", "bussjåfør", "daglig leder", "driftsleder", "elektriker",
    "ergoterapeut", "fagarbeider", "farmasøyt", "forsker", "fysioterapeut", "fysiker", "førsteamanuensis", "grafiker",
    "havnearbeider", "helsefagarbeider", "helsesykepleier", "hjelpepleier", "HMS-leder", "ingeniør", "it-konsulent",
    "jordmor", "journalist", "kantor", "kjøpmann", "kokk", "lege", "lektor", "logistikkmedarbeider", "lærer", "maler",
    "marinbiolog", "maskinist", "miljøterapeut", "musiker", "møbelsnekker", "oversetter", "politibetjent", "prest",
    "produksjonsleder", "programmerer", "prosjektleder", "psykolog", "regnskapsfører", "rektor", "renholder",
    "rådgiver", "rørlegger", "saksbehandler", "sosionom", "statsviter", "sykepleier", "tannlege", "tannpleier",
    "tillitsvalgt", "tømrer", "vaktmester", "vernepleier", "økonom",
)  # fmt: skip


def profession(birth_year: int, chance: Chance) -> str:
    """A line of work that suits the year of birth: the youngest study, the oldest are pensioners."""
    if birth_year >= 2003:
        return chance.pick(("lærling", "student"))
    if birth_year >= 1997 and chance.happens(700):
        return "student"
    if birth_year <= 1955:
        return "pensjonist"
    return chance.pick(_WORK)
