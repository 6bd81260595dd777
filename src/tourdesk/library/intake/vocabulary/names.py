"""Given names common among film makers: they tell a person from a title when no label does."""

from functools import cache

from tourdesk.foundation.assets import resources
from tourdesk.library.intake.vocabulary.folding import fold

# Names that are ordinary words, too, or stand in no list: persons of films far oftener than words of titles.
_ALSO_WORDS = """
bo mo kit cal jo ned dee beth jess tara nontas chidi thabo sipho lerato naledi bongani zanele tendai farai
ryan-lee noel alec beau bella carter chase clay clint cole cooper dalton dane dexter drake earl emery fletcher
gage garth harper hunter isla jasper lane mae malik maverick maxwell nash parker pearl penn ralph reed reese
rex riley roman rowan ruby rufus rusty ryder sage sawyer sienna sterling stu tate teddy travis trent troy
tucker aoi haruto hiro kaito mei natsuko noriko ren satoshi shin shinji sota tadashi tetsuya yusuke jin li lin
ming ning ping qing wen xiao xin ying yong yu zhen min-jun seo-yeon ji-hoon soo-jin hyun sung arvind anil
ashok kiran manish mohan pradeep rakesh ritu rohan sachin sanjay suresh vijay vikram pasang pemba dawa nima
lhakpa dorje sonam karma abigail alan alba alfonso alison allan alma amber amelia amir amit amy ana anders
andi andre angel angelos ann anna antonio arantxa ariel arjun asa asmita august barry bartosz bas beata bela
ben benedict benjamin bill billy blake bob brad brent brett brit caitlin camilla cara carina carl carlos carol
caroline catalina chad chen chuck claire clement colin colleen corinne daan daisuke dale dan darya david dawn
dean deepak delphine dieter dimitris dirk dmitry dominika dominique don donna drew ed elaine ella elle emma
eric erika ester eve felicity felipe fernando filippo flora florence fran francisco francois frank frederik
gemma gene georgia german gilbert giorgos goran grace graham grant guy hana hanna hariet harry hazel heather
hector henry holly horst inge ion irene iris iva jack jaco jade jakub jan jane jarek jaroslav jasmine jay jean
jeff jen jenn jenna jenny jerry jimmy joe johannes john jordan jorge jose josh joy juan julio june kai kasia
katerina katka kay kelly ken kerry kiki kim konstantin kostas kristen kyle larry laura lea lee leonardo lew
lewis lily lina line linn lionel lior ljubomir lola lucy luis luiz luke lulu luna maddie makoto manuel marc
marcel marcella marcello marco margarita marguerite maria marina maris mark marten martin mary mason massimo
matti maud maurice mauricio maurizio maxim maxime maya mel merle michalis mick miguel mike mila miles mili
mina mira misha mitja molly mona morgan narges nelson nevena nick nicky nicolaas nikos niobe norma ori otto
pablo pam panos paolo pat patrice patty pedro peggy penny per perry pete peter petr phoebe pia pierre piers
pietro pilar piotr pol primoz przemyslaw radek rafael rafal rainer raj rajesh ray rick rita rob robin rod
roger rory rosa rose rosemary ross ruth sabina sabine said sal sally salma salvador sam sammy sander sandy
santiago sasa sean seth shirin sol sophia spencer stan stella sten stephane steven sue sunil sylvester tai
takashi takeshi tamara tamas tania ted temujin terry theo therese tiffany till tim timothy tine toby tom tomas
tommy tony ulla val vasilis vasily vera victor victoria vid vincent vit wade walter warren wei wenzel will wim
yan yang yasuo yoshi zac zdenek zhang zuzana zuzanna małgorzata bartłomiej jure rok gasper наталия олексіи
димитър красимир десислава θανασησ σπυροσ στελιοσ
"""
PARTICLES = frozenset(
    "de da di do du del della dei degli dos das des la le van von der den ter ten zu zum af av al el bin ibn ben y e i und and et en d' o' san st st. "
    "mc mac ó ní the-younger".split()
) - {"and", "und", "et", "y", "e", "i", "en"}


@cache
def given_names() -> frozenset[str]:
    """Folded given names: those of `tools/given_names.py`, and those above."""
    listed = (resources() / "reader" / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(listed.split()) | {fold(word) for word in _ALSO_WORDS.split()}
