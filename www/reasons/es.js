/** Why something is marked, in Spanish, by the English sentence. @type {import('./translation.js').Table} */
export const es = {
  'One of your own patterns matches here.': 'Aquí coincide uno de sus propios patrones.',

  // Hedges.
  'The article leaves open whether this is so. What would settle it?':
    'El artículo deja abierto si es así. ¿Qué lo aclararía?',
  'The source leaves open whether this is so. What would settle it?':
    'La fuente deja abierto si es así. ¿Qué lo aclararía?',
  'The article says this may be so, not that it is. On what grounds?':
    'El artículo dice que puede ser así, no que lo sea. ¿En qué se basa?',
  'The source says this may be so, not that it is. On what grounds?':
    'La fuente dice que puede ser así, no que lo sea. ¿En qué se basa?',
  'The article takes this to be likely, not certain. According to whom?':
    'El artículo lo da por probable, no por seguro. ¿Según quién?',
  'The source takes this to be likely, not certain.': 'La fuente lo da por probable, no por seguro.',
  'The article says how it looks, not how it is. Looks so to whom?':
    'El artículo dice lo que parece, no lo que es. ¿A quién se lo parece?',
  'The source says how it looks, not how it is.': 'La fuente dice lo que parece, no lo que es.',
  'The article passes on talk, and names nobody who started it. Who says so?':
    'El artículo recoge lo que se comenta, sin decir de quién parte. ¿Quién lo dice?',
  'The source passes on talk, and names nobody who started it. Who says so?':
    'La fuente recoge lo que se comenta, sin decir de quién parte. ¿Quién lo dice?',
  'The article says this was reported, but names nobody who reported it. By whom?':
    'El artículo dice que esto se ha contado, pero no nombra a quien lo contó. ¿Quién fue?',
  'The source says this was reported, but names nobody who reported it. By whom?':
    'La fuente dice que esto se ha contado, pero no nombra a quien lo contó. ¿Quién fue?',
  'The article gives this as a view that many hold, but names nobody who holds it. Who?':
    'El artículo lo presenta como una opinión extendida, pero no nombra a quienes la comparten. ¿Quiénes son?',
  'The source gives this as a view that many hold, but names nobody who holds it. Who?':
    'La fuente lo presenta como una opinión extendida, pero no nombra a quienes la comparten. ¿Quiénes son?',
  'The article gives this amount as near, not exact. How many?':
    'El artículo da esta cifra como aproximada, no como exacta. ¿Cuánto es exactamente?',
  'The source gives this amount as near, not exact. How many?':
    'La fuente da esta cifra como aproximada, no como exacta. ¿Cuánto es exactamente?',
  'The author gives this as a view, not as a fact.': 'El autor lo presenta como una opinión, no como un hecho.',
  'The source gives this as a view, not as a fact.': 'La fuente lo presenta como una opinión, no como un hecho.',
  'The article says what would hold or ought to be, not what is. On what condition?':
    'El artículo dice lo que sería o debería ser, no lo que es. ¿Con qué condición?',
  'The source says what would hold or ought to be, not what is. On what condition?':
    'La fuente dice lo que sería o debería ser, no lo que es. ¿Con qué condición?',
  'Whoever is quoted leaves open whether this is so. Who is it, and what would settle it?':
    'La persona citada deja abierto si es así. ¿Quién es y qué lo aclararía?',
  'Whoever is quoted says this may be so, not that it is. Who is it, and on what grounds?':
    'La persona citada dice que puede ser así, no que lo sea. ¿Quién es y en qué se basa?',
  'Whoever is quoted takes this to be likely, not certain. Who is it?':
    'La persona citada lo da por probable, no por seguro. ¿Quién es?',
  'Whoever is quoted says how it looks, not how it is. Who is it?':
    'La persona citada dice lo que parece, no lo que es. ¿Quién es?',
  'Whoever is quoted passes on talk, and names nobody who started it. Who says so?':
    'La persona citada recoge lo que se comenta, sin decir de quién parte. ¿Quién lo dice?',
  'Whoever is quoted says this was reported, but names nobody who reported it. By whom?':
    'La persona citada dice que esto se ha contado, pero no nombra a quien lo contó. ¿Quién fue?',
  'Whoever is quoted gives this as a view that many hold, but names nobody who holds it. Who?':
    'La persona citada lo presenta como una opinión extendida, pero no nombra a quienes la comparten. ¿Quiénes son?',
  'Whoever is quoted gives this amount as near, not exact. How many?':
    'La persona citada da esta cifra como aproximada, no como exacta. ¿Cuánto es exactamente?',
  'Whoever is quoted gives this as a view, not as a fact. Who is it?':
    'La persona citada lo presenta como una opinión, no como un hecho. ¿Quién es?',
  'Whoever is quoted says what would hold or ought to be, not what is. On what condition?':
    'La persona citada dice lo que sería o debería ser, no lo que es. ¿Con qué condición?',

  // Claims: what one holds, what stands between, what it rests on.
  'A figure': 'Una cifra',
  'A comparison': 'Una comparación',
  'A record': 'Un récord',
  'A trend': 'Una tendencia',
  'A cause or an effect': 'Una causa o un efecto',
  'An accusation': 'Una acusación',
  'A motive': 'Un motivo',
  'A research result': 'Un resultado de investigación',
  ', ': ', ',
  'given by a source with a name.': 'según una fuente con nombre.',
  'given by somebody known by role, not by name.':
    'según alguien a quien se identifica por su cargo, no por su nombre.',
  'taken from a document.': 'procedente de un documento.',
  'taken from another news outlet.': 'procedente de otro medio.',
  'with a link where it may come from.': 'con un enlace a su posible origen.',
  'given by a source whose name is withheld.': 'según una fuente cuyo nombre no se revela.',
  'given by a group of whom nobody is named.': 'según un grupo del que no se nombra a nadie.',
  'given by somebody whom only a pronoun names, and the article does not show who that is.':
    'según alguien a quien solo señala un pronombre, sin que se sepa quién es.',
  'passed on, and nobody is named who says so.': 'que se difunde sin decir quién lo afirma.',
  'and the author puts it with caution.': 'que el autor expresa con cautela.',
  'and the sentence does not say where it comes from.': 'y la frase no dice de dónde viene.',

  // Attributions.
  'A quotation, and “{cue}” says whose words these are.': 'Una cita, y «{cue}» dice de quién son estas palabras.',
  'A quotation; “{cue}” says whose words these are, and leans: it judges them.':
    'Una cita; «{cue}» dice de quién son estas palabras, y además las juzga.',
  'A quotation, and “{cue}” says that somebody said it, but not who.':
    'Una cita; «{cue}» indica que alguien lo dijo, pero no quién.',
  '“{cue}” reports what somebody says.': '«{cue}» recoge lo que alguien dice.',
  '“{cue}” reports what somebody says, and leans: it judges the statement.':
    '«{cue}» recoge lo que alguien dice, y además lo juzga.',
  '“{cue}” reports what is said, and names nobody who says it.':
    '«{cue}» recoge lo que se dice, sin nombrar a quien lo dice.',
  '“{cue}” reports what somebody thinks or feels.': '«{cue}» recoge lo que alguien piensa o siente.',
  '“{cue}” reports what somebody thinks or feels, and leans: it judges the thought.':
    '«{cue}» recoge lo que alguien piensa o siente, y además lo juzga.',
  '“{cue}” reports what is thought, and names nobody who thinks it.':
    '«{cue}» recoge lo que se piensa, sin nombrar a quien lo piensa.',
  '“{cue}” reports what somebody knows or has found out.': '«{cue}» recoge lo que alguien sabe o ha averiguado.',
  '“{cue}” reports what somebody knows or has found out, and leans.':
    '«{cue}» recoge lo que alguien sabe o ha averiguado, y no es neutral.',
  '“{cue}” reports what is known or was found, and names nobody who knows it.':
    '«{cue}» recoge lo que se sabe o se averiguó, sin nombrar a quien lo sabe.',
  '“{cue}” reports what somebody wants or means to do.': '«{cue}» recoge lo que alguien quiere o se propone hacer.',
  '“{cue}” reports what somebody wants or means to do, and leans.':
    '«{cue}» recoge lo que alguien quiere o se propone hacer, y no es neutral.',
  '“{cue}” reports what is meant to be done, and names nobody who means it.':
    '«{cue}» recoge lo que se pretende hacer, sin nombrar a quien lo pretende.',
  '“{cue}” reports what somebody denies or will not say.': '«{cue}» recoge lo que alguien niega o no quiere decir.',
  '“{cue}” reports what somebody denies, and leans.': '«{cue}» recoge lo que alguien niega, y no es neutral.',
  '“{cue}” reports what is denied or not said, and names nobody who denies it.':
    '«{cue}» recoge lo que se niega o no se dice, sin nombrar a quien lo niega.',
  '“{cue}” names where this comes from.': '«{cue}» señala de dónde viene esto.',
  '“{cue}” names a statement or a thought, and the words beside it say what it holds.':
    '«{cue}» designa una declaración o un pensamiento, y las palabras que lo acompañan dicen cuál.',
  "The mark “{cue}” stands between somebody's name and what they say.":
    'El signo «{cue}» está entre el nombre de alguien y lo que dice.',
};
