/** Why something is marked, in German, by the English sentence. @type {import('./translation.js').Table} */
export const de = {
  'One of your own patterns matches here.': 'Hier trifft eines Ihrer eigenen Muster zu.',

  // Hedges.
  'The article leaves open whether this is so. What would settle it?':
    'Der Artikel lässt offen, ob das so ist. Was würde es klären?',
  'The source leaves open whether this is so. What would settle it?':
    'Die Quelle lässt offen, ob das so ist. Was würde es klären?',
  'The article says this may be so, not that it is. On what grounds?':
    'Der Artikel sagt, dass es so sein könnte, nicht dass es so ist. Worauf stützt er sich?',
  'The source says this may be so, not that it is. On what grounds?':
    'Die Quelle sagt, dass es so sein könnte, nicht dass es so ist. Worauf stützt sie sich?',
  'The article takes this to be likely, not certain. According to whom?':
    'Der Artikel hält dies für wahrscheinlich, nicht für gewiss. Nach wessen Einschätzung?',
  'The source takes this to be likely, not certain.': 'Die Quelle hält dies für wahrscheinlich, nicht für gewiss.',
  'The article says how it looks, not how it is. Looks so to whom?':
    'Der Artikel sagt, wie es aussieht, nicht wie es ist. Für wen sieht es so aus?',
  'The source says how it looks, not how it is.': 'Die Quelle sagt, wie es aussieht, nicht wie es ist.',
  'The article passes on talk, and names nobody who started it. Who says so?':
    'Der Artikel gibt weiter, was man sich erzählt, und nennt niemanden, von dem es stammt. Wer sagt das?',
  'The source passes on talk, and names nobody who started it. Who says so?':
    'Die Quelle gibt weiter, was man sich erzählt, und nennt niemanden, von dem es stammt. Wer sagt das?',
  'The article says this was reported, but names nobody who reported it. By whom?':
    'Der Artikel sagt, dass dies berichtet wurde, nennt aber niemanden, der es berichtet hat. Wer war es?',
  'The source says this was reported, but names nobody who reported it. By whom?':
    'Die Quelle sagt, dass dies berichtet wurde, nennt aber niemanden, der es berichtet hat. Wer war es?',
  'The article gives this as a view that many hold, but names nobody who holds it. Who?':
    'Der Artikel gibt dies als Ansicht vieler wieder, nennt aber niemanden, der sie vertritt. Wessen Ansicht ist es?',
  'The source gives this as a view that many hold, but names nobody who holds it. Who?':
    'Die Quelle gibt dies als Ansicht vieler wieder, nennt aber niemanden, der sie vertritt. Wessen Ansicht ist es?',
  'The article gives this amount as near, not exact. How many?':
    'Der Artikel gibt diese Zahl ungefähr an, nicht genau. Wie lautet sie?',
  'The source gives this amount as near, not exact. How many?':
    'Die Quelle gibt diese Zahl ungefähr an, nicht genau. Wie lautet sie?',
  'The author gives this as a view, not as a fact.': 'Der Artikel äußert dies als eigene Ansicht, nicht als Tatsache.',
  'The source gives this as a view, not as a fact.': 'Die Quelle äußert dies als ihre Ansicht, nicht als Tatsache.',
  'The article says what would hold or ought to be, not what is. On what condition?':
    'Der Artikel sagt, was wäre oder sein sollte, nicht was ist. Unter welcher Bedingung?',
  'The source says what would hold or ought to be, not what is. On what condition?':
    'Die Quelle sagt, was wäre oder sein sollte, nicht was ist. Unter welcher Bedingung?',
  'Whoever is quoted leaves open whether this is so. Who is it, and what would settle it?':
    'Wer hier zitiert wird, lässt offen, ob das so ist. Wer ist es, und was würde es klären?',
  'Whoever is quoted says this may be so, not that it is. Who is it, and on what grounds?':
    'Wer hier zitiert wird, sagt, dass es so sein könnte, nicht dass es so ist. Wer ist es, und worauf stützt sich das?',
  'Whoever is quoted takes this to be likely, not certain. Who is it?':
    'Wer hier zitiert wird, hält dies für wahrscheinlich, nicht für gewiss. Wer ist es?',
  'Whoever is quoted says how it looks, not how it is. Who is it?':
    'Wer hier zitiert wird, sagt, wie es aussieht, nicht wie es ist. Wer ist es?',
  'Whoever is quoted passes on talk, and names nobody who started it. Who says so?':
    'Wer hier zitiert wird, gibt weiter, was man sich erzählt, und nennt niemanden, von dem es stammt. Wer sagt das?',
  'Whoever is quoted says this was reported, but names nobody who reported it. By whom?':
    'Wer hier zitiert wird, sagt, dass dies berichtet wurde, nennt aber niemanden, der es berichtet hat. Wer war es?',
  'Whoever is quoted gives this as a view that many hold, but names nobody who holds it. Who?':
    'Wer hier zitiert wird, gibt dies als Ansicht vieler wieder, nennt aber niemanden, der sie vertritt. Wessen Ansicht ist es?',
  'Whoever is quoted gives this amount as near, not exact. How many?':
    'Wer hier zitiert wird, gibt diese Zahl ungefähr an, nicht genau. Wie lautet sie?',
  'Whoever is quoted gives this as a view, not as a fact. Who is it?':
    'Wer hier zitiert wird, äußert dies als Ansicht, nicht als Tatsache. Wer ist es?',
  'Whoever is quoted says what would hold or ought to be, not what is. On what condition?':
    'Wer hier zitiert wird, sagt, was wäre oder sein sollte, nicht was ist. Unter welcher Bedingung?',

  // Claims: what one holds, what stands between, what it rests on.
  'A figure': 'Eine Zahl',
  'A comparison': 'Ein Vergleich',
  'A record': 'Ein Rekord',
  'A trend': 'Ein Trend',
  'A cause or an effect': 'Eine Ursache oder Wirkung',
  'An accusation': 'Ein Vorwurf',
  'A motive': 'Ein Motiv',
  'A research result': 'Ein Forschungsergebnis',
  ', ': ', ',
  'given by a source with a name.': 'von einer namentlich genannten Quelle.',
  'given by somebody known by role, not by name.':
    'von jemandem, der nach der Funktion, nicht beim Namen genannt wird.',
  'taken from a document.': 'einem Dokument entnommen.',
  'taken from another news outlet.': 'von einem anderen Medium übernommen.',
  'with a link where it may come from.': 'mit einem Link, der zur Herkunft führen kann.',
  'given by a source whose name is withheld.': 'von einer Quelle, deren Name nicht preisgegeben wird.',
  'given by a group of whom nobody is named.': 'von einer Gruppe, aus der niemand genannt wird.',
  'given by somebody whom only a pronoun names, and the article does not show who that is.':
    'von jemandem, für den nur ein Pronomen steht; wer gemeint ist, bleibt offen.',
  'passed on, and nobody is named who says so.': 'weitergegeben, ohne dass jemand genannt wird, der es sagt.',
  'and the author puts it with caution.': 'mit einem Vorbehalt des Artikels.',
  'and the sentence does not say where it comes from.': 'und der Satz nennt dafür keine Quelle.',

  // Attributions.
  'A quotation, and “{cue}” says whose words these are.': 'Ein Zitat, und „{cue}“ sagt, von wem es stammt.',
  'A quotation; “{cue}” says whose words these are, and leans: it judges them.':
    'Ein Zitat; „{cue}“ sagt, von wem es stammt, und wertet dabei das Gesagte.',
  'A quotation, and “{cue}” says that somebody said it, but not who.':
    'Ein Zitat; „{cue}“ zeigt, dass jemand es gesagt hat, aber nicht, wer.',
  '“{cue}” reports what somebody says.': '„{cue}“ gibt wieder, was jemand sagt.',
  '“{cue}” reports what somebody says, and leans: it judges the statement.':
    '„{cue}“ gibt wieder, was jemand sagt, und wertet dabei die Aussage.',
  '“{cue}” reports what is said, and names nobody who says it.':
    '„{cue}“ gibt wieder, was gesagt wird, und nennt niemanden, der es sagt.',
  '“{cue}” reports what somebody thinks or feels.': '„{cue}“ gibt wieder, was jemand denkt oder empfindet.',
  '“{cue}” reports what somebody thinks or feels, and leans: it judges the thought.':
    '„{cue}“ gibt wieder, was jemand denkt oder empfindet, und wertet dabei den Gedanken.',
  '“{cue}” reports what is thought, and names nobody who thinks it.':
    '„{cue}“ gibt wieder, was gedacht wird, und nennt niemanden, der es denkt.',
  '“{cue}” reports what somebody knows or has found out.':
    '„{cue}“ gibt wieder, was jemand weiß oder herausgefunden hat.',
  '“{cue}” reports what somebody knows or has found out, and leans.':
    '„{cue}“ gibt wieder, was jemand weiß oder herausgefunden hat, und wertet dabei.',
  '“{cue}” reports what is known or was found, and names nobody who knows it.':
    '„{cue}“ gibt wieder, was bekannt ist oder herausgefunden wurde, und nennt niemanden, der es weiß.',
  '“{cue}” reports what somebody wants or means to do.': '„{cue}“ gibt wieder, was jemand will oder vorhat.',
  '“{cue}” reports what somebody wants or means to do, and leans.':
    '„{cue}“ gibt wieder, was jemand will oder vorhat, und wertet dabei.',
  '“{cue}” reports what is meant to be done, and names nobody who means it.':
    '„{cue}“ gibt wieder, was geschehen soll, und nennt niemanden, der es vorhat.',
  '“{cue}” reports what somebody denies or will not say.':
    '„{cue}“ gibt wieder, was jemand bestreitet oder nicht sagen will.',
  '“{cue}” reports what somebody denies, and leans.': '„{cue}“ gibt wieder, was jemand bestreitet, und wertet dabei.',
  '“{cue}” reports what is denied or not said, and names nobody who denies it.':
    '„{cue}“ gibt wieder, was bestritten oder nicht gesagt wird, und nennt niemanden, der es bestreitet.',
  '“{cue}” names where this comes from.': '„{cue}“ zeigt an, woher dies stammt.',
  '“{cue}” names a statement or a thought, and the words beside it say what it holds.':
    '„{cue}“ benennt eine Aussage oder einen Gedanken; was darin steht, sagen die Wörter daneben.',
  "The mark “{cue}” stands between somebody's name and what they say.":
    'Das Zeichen „{cue}“ steht zwischen dem Namen einer Person und dem, was sie sagt.',
};
