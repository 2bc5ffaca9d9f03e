import type { Language } from './language.ts'

export const spanish: Language = {
  code: 'es',
  qualitiesFollow: true,
  endings: [
    [/s$/, ''],
    [/es$/, ''],
    [/as?$/, 'o'],
  ],
  nouns: `
    plate = placa, chapa, pletina | placas
    rectangle = rectángulo
    disc = disco | discos
    washer = arandela | arandelas
    cube = cubo | cubos
    cylinder = cilindro | cilindros
    tube = tubo, caño | tubos
    block = bloque | bloques
    ring = anillo, aro | anillos
    flange = brida | bridas
    bracket = escuadra, soporte | escuadras
    sphere = esfera, bola | esferas
    cone = cono | conos
    base = base
    pocket = cajera, bolsillo, cavidad | cajeras, cavidades
    hex nut = tuerca, tuerca hexagonal | tuercas
    hook = gancho
    knob = perilla
    pyramid = pirámide | pirámides
    spacer = separador, espaciador | separadores
    bushing = casquillo, buje | casquillos
    rod = varilla, barra | varillas
    shaft = eje | ejes
    box = caja, cajita | cajas
    tray = bandeja | bandejas
    drawer = cajón | cajones
    lid = tapa | tapas
    compartment = compartimento, compartimiento | compartimentos, compartimientos
    divider = separación, divisor | divisores, divisiones
    hole = agujero, taladro, orificio | agujeros, taladros, orificios
    slot = ranura | ranuras
    corner = esquina | esquinas
    edge = borde, arista | bordes, aristas
    side = lado | lados
    diameter = diámetro
    radius = radio | radios
    wall = pared | paredes
    wall thickness = espesor de pared, grosor de pared
    thickness = espesor, grosor, grueso
    width = ancho, anchura
    length = largo, longitud
    height = alto, altura
    depth = fondo, profundidad
    circle = círculo
    batteries = pilas, baterías
    gear = engranaje
    module = módulo
    teeth = dientes
    bolt circle = círculo de taladros, círculo de agujeros, círculo primitivo, círculo de pernos
    fillet = redondeo | redondeos
    chamfer = chaflán | chaflanes
    steel = acero
    plywood = contrachapado
    wood = madera
    acrylic = acrílico, metacrilato
    aluminium = aluminio
    plastic = plástico
    brass = latón`,
  qualities: `
    round = redondo
    square = cuadrado
    rectangular = rectangular
    rounded = redondeado
    open = abierto
    closed = cerrado
    outside = exterior, externo
    inside = interior, interno
    through = pasante
    blind = ciego
    tapped = roscado
    central = central
    sliding = deslizante, corredero
    printed = impreso
    hollow = hueco
    equal = igual
    small = pequeño
    large = grande
    red = rojo
    blue = azul
    green = verde
    black = negro
    white = blanco`,
  words: `
    a = un, una
    the = el, la, los, las
    and = y, e
    with = con
    without = sin
    for = para
    in = en
    at = a
    on = sobre
    all = todos, todas
    each = cada
    mm = milímetro, milímetros
    cm = centímetro, centímetros
    inch = pulgada, pulgadas
    degrees = grado, grados
    x = por
    two = dos
    three = tres
    four = cuatro
    five = cinco
    six = seis
    eight = ocho
    ten = diez
    twelve = doce
    thick = de espesor, de grosor, de grueso
    long = de largo, de longitud
    wide = de ancho, de anchura
    high = de alto, de altura
    deep = de fondo, de profundidad
    on a side = de lado, de arista
    from the edges = de los bordes, del borde, desde el borde, desde los bordes, de cada borde, al borde
    in each corner = en cada esquina
    in the corners = en las esquinas, en las cuatro esquinas, en las 4 esquinas
    in the centre = en el centro, en el medio, centrado, centrada, al centro
    open top = abierta por arriba, abierta arriba, sin tapa, abierta por encima
    open front = abierta por delante
    top = arriba
    front = delante
    = de, del
    of the = de la, de los, de las
    evenly spaced = igualmente espaciados, equidistantes, repartidos
    at a spacing of = separados, separados por, separados a, a una distancia de, con una separación de
    please = por favor
    I want = quiero, quisiera
    I need = necesito
    make = haz, hacer, hazlo, crea, crear, diseña, diseñar, dibuja, dibujar, genera, generar
    inside = interiores
    is = es
    bigger = más grande
    smaller = más pequeño, más pequeña
    taller = más alto, más alta
    add = añade, añadir, agrega, agregar
    remove = quita, quitar, elimina, eliminar
    longer = más largo, más larga
    wider = más ancho, más ancha
    thicker = más grueso, más gruesa`,
  unknown: (word) => `«${word}» no se conoce. En español se leen piezas sencillas y cajas; lo demás, en inglés.`,
  hint: 'Por ejemplo: placa 80 x 60 x 10 mm con cuatro agujeros M4 a 8 mm de los bordes · plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges (la misma)',
  titles: {
    AGENT_NEEDS_ANSWER: 'Falta algo todavía.',
    AGENT_CONTRADICTION: 'Eso se contradice.',
    AGENT_IMPOSSIBLE: 'Así no es posible.',
    AGENT_UNSUPPORTED: 'Eso todavía no se puede dibujar aquí.',
    AGENT_NOT_UNDERSTOOD: 'No se ha entendido.',
    understood: 'Entendido',
  },
}
