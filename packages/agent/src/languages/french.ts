import type { Language } from './language.ts'

export const french: Language = {
  code: 'fr',
  qualitiesFollow: true,
  endings: [
    [/s$/, ''],
    [/es?$/, ''],
    [/x$/, ''],
  ],
  nouns: `
    plate = plaque, platine | plaques
    sheet = tôle | tôles
    rectangle = rectangle
    disc = disque | disques
    washer = rondelle | rondelles
    cube = cube | cubes
    cylinder = cylindre | cylindres
    tube = tube, tuyau | tubes
    block = bloc, pavé | blocs
    ring = anneau, bague | anneaux, bagues
    flange = bride | brides
    bracket = équerre | équerres
    sphere = sphère, boule | sphères
    cone = cône | cônes
    pyramid = pyramide | pyramides
    spacer = entretoise | entretoises
    sleeve = manchon, douille
    rod = tige, barre | tiges
    shaft = arbre, axe | arbres
    enclosure = boîtier | boîtiers
    box = boîte, caisse, coffret | boîtes
    tray = plateau | plateaux
    drawer = tiroir | tiroirs
    lid = couvercle | couvercles
    compartment = compartiment, case | compartiments, cases
    divider = séparation, cloison | séparations, cloisons
    hole = trou, perçage, alésage | trous, perçages
    slot = rainure, fente, trou oblong | fentes, trous oblongs
    corner = coin, angle | coins, angles
    edge = bord, arête | bords, arêtes
    side = côté | côtés
    diameter = diamètre, diam
    radius = rayon | rayons
    wall = paroi | parois
    wall thickness = épaisseur de paroi, épaisseur des parois
    thickness = épaisseur
    width = largeur
    length = longueur
    height = hauteur
    depth = profondeur
    side length = arête de
    circle = cercle
    batteries = piles
    gear = engrenage, roue dentée, pignon
    module = module
    teeth = dents
    bolt circle = cercle de perçage, cercle primitif, entraxe circulaire
    fillet = congé | congés
    chamfer = chanfrein | chanfreins
    base = base
    pocket = poche | poches
    hex nut = écrou, écrou hexagonal | écrous
    hook = crochet
    knob = bouton
    bottom = fond
    steel = acier
    plywood = contreplaqué
    wood = bois
    acrylic = acrylique, plexiglas
    aluminium = aluminium, alu
    plastic = plastique
    brass = laiton`,
  qualities: `
    round = rond, ronde
    square = carré
    rectangular = rectangulaire
    rounded = arrondi
    open = ouvert
    closed = fermé
    outside = extérieur
    inside = intérieur
    through = traversant, débouchant
    blind = borgne
    tapped = taraudé, fileté
    central = central
    sliding = coulissant
    printed = imprimé
    hollow = creux, creuse
    equal = égal, égaux
    small = petit
    large = grand
    red = rouge
    blue = bleu
    green = vert
    black = noir
    white = blanc, blanche`,
  words: `
    a = un, une
    the = le, la, les, l'
    and = et
    with = avec, percé de, percée de
    without = sans
    for = pour
    in = dans
    at = à, au, aux
    on = sur
    all = tous, toutes
    each = chaque
    mm = millimètre, millimètres
    cm = centimètre, centimètres
    inch = pouce, pouces
    degrees = degré, degrés
    x = par
    two = deux
    three = trois
    four = quatre
    five = cinq
    six = six
    eight = huit
    ten = dix
    twelve = douze
    thick = d'épaisseur, épais, épaisse
    long = de long, de longueur
    wide = de large, de largeur
    high = de haut, de hauteur, haut, haute
    deep = de profondeur, profond, de profond
    on a side = d'arête, de côté
    from the edges = des bords, du bord, de chaque bord, des côtés
    in each corner = dans chaque coin, à chaque coin
    in the corners = dans les coins, aux coins, aux quatre coins, dans les quatre coins, dans les angles, aux angles
    in the centre = au centre, au milieu, centré, centrée, centrés
    open top = ouverte en haut, ouverte sur le dessus, ouverte dessus, ouverte au-dessus, sans couvercle
    open front = ouverte devant
    top = dessus, haut
    front = devant
    through = de part en part
    = de, d', du, des, en
    of the = de la, de l'
    evenly spaced = régulièrement répartis, régulièrement espacés, répartis régulièrement, équidistants
    at a spacing of = espacés de, espacées de, distants de, espacés par, avec un entraxe de, à un entraxe de
    at the bottom = en bas, à la base
    at the top = en haut
    please = s'il vous plaît, svp
    I want = je veux, je voudrais, j'aimerais
    I need = il me faut, j'ai besoin
    make = fais, faire, faites, créer, crée, créez, dessine, dessiner, dessinez, conçois, concevoir, génère, générer
    inside = intérieures
    is = est
    add = ajoute, ajouter, ajoutez
    remove = enlève, enlever, supprime, supprimer, retire, retirer
    top = sommet
    thicker = plus épais, plus épaisse
    bigger = plus grand, plus grande
    smaller = plus petit, plus petite
    taller = plus haut, plus haute
    longer = plus long, plus longue
    wider = plus large`,
  unknown: (word) =>
    `« ${word} » n’est pas connu. En français se lisent les pièces simples et les boîtes, le reste en anglais.`,
  hint: 'Par exemple : plaque 80 x 60 x 10 mm avec quatre trous M4 à 8 mm des bords · plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (la même)',
  titles: {
    AGENT_NEEDS_ANSWER: 'Il manque encore quelque chose.',
    AGENT_CONTRADICTION: 'Cela se contredit.',
    AGENT_IMPOSSIBLE: 'Cela n’est pas possible ainsi.',
    AGENT_UNSUPPORTED: 'Cela ne peut pas encore être dessiné ici.',
    AGENT_NOT_UNDERSTOOD: 'Cela n’a pas été compris.',
    understood: 'Compris',
  },
}
