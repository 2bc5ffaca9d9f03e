import type { Language } from './language.ts'

export const german: Language = {
  code: 'de',
  qualitiesFollow: false,
  compounds: /^(?:s|n|en|e|es)?$/,
  endings: [[/(?:e|en|er|es|em|n|s)$/, '']],
  nouns: `
    plate = Platte, Grundplatte, Montageplatte | Platten
    sheet = Blech | Bleche
    disc = Scheibe, Rundscheibe | Scheiben
    washer = Unterlegscheibe, Beilagscheibe, U-Scheibe | Unterlegscheiben
    cube = Würfel
    cylinder = Zylinder
    tube = Rohr, Röhre, Rundrohr | Rohre
    square tube = Vierkantrohr, Quadratrohr
    block = Quader, Block, Klotz | Blöcke
    ring = Ring | Ringe
    flange = Flansch | Flansche
    bracket = Winkel, Halter, Haltewinkel, Montagewinkel | Halterungen
    sphere = Kugel | Kugeln
    cone = Kegel, Kegelstumpf, Konus
    hex nut = Sechskantmutter, Mutter | Sechskantmuttern, Muttern
    pocket = Tasche, Vertiefung, Aussparung | Taschen, Vertiefungen
    torus = Torus
    wedge = Keil
    hook = Haken
    knob = Knopf, Drehknopf
    pulley = Riemenscheibe
    spring = Feder, Druckfeder
    hub = Nabe
    boss = Zapfen
    groove = Nut | Nuten
    countersink = Senkung
    pyramid = Pyramide
    spacer = Abstandshalter, Distanzhülse, Distanzring | Distanzhülsen
    bushing = Buchse | Buchsen
    sleeve = Hülse | Hülsen
    rod = Stange, Stab, Rundstab | Stangen
    shaft = Welle | Wellen
    box = Kiste, Box, Schachtel, Dose, Kasten, Holzkiste | Kisten, Boxen, Schachteln
    drawer = Schublade | Schubladen
    tray = Tablett | Tabletts
    lid = Deckel
    compartment = Fach | Fächer, Fächern
    divider = Trennwand, Zwischenwand | Trennwände, Trennwänden
    leg = Schenkel | Schenkeln
    enclosure = Gehäuse
    hexagon = Sechskant
    gear = Zahnrad, Stirnrad | Zahnräder
    module = Modul
    teeth = Zähne, Zähnen
    batteries = Batterien
    end = Ende | Enden
    across flats = Schlüsselweite, SW
    base = Grundseite, Grundfläche
    hex bar = Sechskantstange, Sechskantstab
    step = Absatz | Absätze, Absätzen
    paper = Papier
    hole = Loch, Bohrung, Bohrloch | Löcher, Löchern, Bohrungen
    through hole = Durchgangsloch, Durchgangsbohrung | Durchgangslöcher, Durchgangslöchern, Durchgangsbohrungen
    blind hole = Sackloch, Sacklochbohrung | Sacklöcher, Sacklöchern
    tapped hole = Gewindeloch, Gewindebohrung | Gewindelöcher, Gewindelöchern, Gewindebohrungen
    corner hole = Eckloch, Eckbohrung | Ecklöcher, Ecklöchern, Eckbohrungen
    slot = Langloch, Schlitz | Langlöcher, Langlöchern, Schlitze, Schlitzen
    corner = Ecke | Ecken
    edge = Kante, Rand | Kanten, Ränder, Rändern
    side = Seite | Seiten
    diameter = Durchmesser, Dm
    outside diameter = Außendurchmesser, Außen-Durchmesser, Aussendurchmesser
    base diameter = Basisdurchmesser, Grunddurchmesser, Fußdurchmesser, Bodendurchmesser
    top diameter = Kopfdurchmesser, Spitzendurchmesser, Deckdurchmesser
    inside diameter = Innendurchmesser, Innen-Durchmesser
    radius = Radius, Halbmesser | Radien
    corner radius = Eckradius, Eckenradius | Eckenradien
    wall thickness = Wandstärke, Wanddicke
    thickness = Dicke, Stärke, Materialstärke, Materialdicke
    width = Breite
    length = Länge
    height = Höhe
    depth = Tiefe
    side length = Kantenlänge, Seitenlänge
    edge distance = Randabstand, Kantenabstand, Abstand zum Rand, Abstand vom Rand
    rectangle = Rechteck
    sliding lid = Schiebedeckel
    bolt circle = Lochkreis, Teilkreis
    fillet = Rundung, Verrundung | Rundungen, Verrundungen
    chamfer = Fase | Fasen
    wall = Wand | Wände, Wänden
    bottom = Boden, Unterseite
    top = Oberseite
    front = Vorderseite
    back = Rückseite
    steel = Stahl
    plywood = Sperrholz
    wood = Holz
    acrylic = Acryl, Plexiglas
    aluminium = Aluminium, Alu
    plastic = Kunststoff
    brass = Messing
    sheet metal = Stahlblech
    screw = Schraube | Schrauben`,
  qualities: `
    thick = dick, stark
    wide = breit
    long = lang
    high = hoch, hohe
    deep = tief
    round = rund
    square = quadratisch
    rectangular = rechteckig
    rounded = abgerundet, gerundet, verrundet
    open = offen
    closed = geschlossen
    small = klein
    large = groß
    red = rot
    blue = blau
    green = grün
    black = schwarz
    white = weiß
    hollow = hohl
    printed = gedruckt
    transparent = transparent
    equal = gleich
    tapped = Gewinde
    blind = Sack`,
  words: `
    a = ein, eine, einen, einem, einer, eines
    the = der, die, das, den, dem, des
    and = und, sowie
    with = mit
    without = ohne
    of = aus, von
    for = für
    in = im, ins, in
    through the middle = durch die Mitte
    on both ends = an beiden Enden
    at = am, bei, an
    on = auf
    all = alle, allen
    each = jeder, jede, jedes, jedem, jeweils, je, pro
    mm = Millimeter, Millimetern
    cm = Zentimeter, Zentimetern
    inch = Zoll
    degrees = Grad
    x = mal
    two = zwei
    three = drei
    four = vier
    five = fünf
    six = sechs
    seven = sieben
    eight = acht
    nine = neun
    ten = zehn
    twelve = zwölf
    from the edges = vom Rand, von den Rändern, vom Rand entfernt, von den Kanten, von der Kante, zum Rand
    in each corner = in jeder Ecke, in jede Ecke, an jeder Ecke
    in the corners = in den Ecken, an den Ecken, in den vier Ecken, in allen Ecken, in allen vier Ecken
    in the centre = mittig, in der Mitte, zentriert, im Zentrum, zentrisch, zentral, zentrale, zentralen, zentraler
    on the short sides = an den kurzen Seiten
    on a = auf einem, auf
    outside = außen
    inside = innen
    open top = oben offen, nach oben offen, oben offene, offen oben
    open front = vorne offen
    on top = oben
    bottom = unten
    front = vorne
    back = hinten
    left = links
    right = rechts
    through = durchgehend, durchgehende, durchgehenden, durch
    rounded corners = abgerundete Ecken, abgerundeten Ecken, runde Ecken, runden Ecken
    apart = auseinander
    evenly spaced = gleichmäßig verteilt, gleichmäßig
    please = bitte
    I need = ich brauche, ich bräuchte
    I want = ich möchte, ich will, ich hätte gern, ich hätte gerne
    make = mach, mache, erstelle, erstellen, zeichne, zeichnen, baue, bauen, konstruiere, entwirf, erzeuge, generiere
    it = es, sie, ihn
    taller = höher
    wider = breiter
    longer = länger
    thicker = dicker
    thinner = dünner
    shorter = kürzer
    by = um
    add = ergänze, füge, hinzufügen
    remove = entferne, entfernen, lösche, löschen
    too = hinzu
    is = ist
    has = hat`,
  unknown: (word) =>
    `„${word}“ ist nicht bekannt. Auf Deutsch werden einfache Teile und Kisten gelesen, alles andere auf Englisch.`,
  hint: 'So geht es: Platte 80 x 60 x 10 mm mit vier M4-Löchern, 8 mm vom Rand · plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (Platte mit vier M4-Löchern)',
  titles: {
    AGENT_NEEDS_ANSWER: 'Hier fehlt noch etwas.',
    AGENT_CONTRADICTION: 'Das widerspricht sich.',
    AGENT_IMPOSSIBLE: 'Das geht so nicht.',
    AGENT_UNSUPPORTED: 'Das kann hier noch nicht geplant werden.',
    AGENT_NOT_UNDERSTOOD: 'Das wurde nicht verstanden.',
    understood: 'Verstanden',
  },
}
