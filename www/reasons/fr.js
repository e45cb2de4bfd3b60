/** Why something is marked, in French, by the English sentence. @type {import('./translation.js').Table} */
export const fr = {
  'One of your own patterns matches here.': 'L’un de vos propres motifs correspond à ce passage.',

  // Hedges.
  'The article leaves open whether this is so. What would settle it?':
    'L’article laisse la question ouverte. Qu’est-ce qui permettrait de trancher ?',
  'The source leaves open whether this is so. What would settle it?':
    'La source laisse la question ouverte. Qu’est-ce qui permettrait de trancher ?',
  'The article says this may be so, not that it is. On what grounds?':
    'L’article dit que c’est possible, non que c’est le cas. Sur quoi se fonde-t-il ?',
  'The source says this may be so, not that it is. On what grounds?':
    'La source dit que c’est possible, non que c’est le cas. Sur quoi se fonde-t-elle ?',
  'The article takes this to be likely, not certain. According to whom?':
    'L’article tient cela pour probable, non pour certain. Selon qui ?',
  'The source takes this to be likely, not certain.': 'La source tient cela pour probable, non pour certain.',
  'The article says how it looks, not how it is. Looks so to whom?':
    'L’article dit ce qui paraît, non ce qui est. Aux yeux de qui ?',
  'The source says how it looks, not how it is.': 'La source dit ce qui paraît, non ce qui est.',
  'The article passes on talk, and names nobody who started it. Who says so?':
    'L’article relaie ce qui se dit, sans nommer qui en est à l’origine. Qui le dit ?',
  'The source passes on talk, and names nobody who started it. Who says so?':
    'La source relaie ce qui se dit, sans nommer qui en est à l’origine. Qui le dit ?',
  'The article says this was reported, but names nobody who reported it. By whom?':
    'L’article dit que cela a été rapporté, sans nommer qui l’a rapporté. Par qui ?',
  'The source says this was reported, but names nobody who reported it. By whom?':
    'La source dit que cela a été rapporté, sans nommer qui l’a rapporté. Par qui ?',
  'The article gives this as a view that many hold, but names nobody who holds it. Who?':
    'L’article présente cela comme une opinion répandue, sans nommer ceux qui la partagent. Qui sont-ils ?',
  'The source gives this as a view that many hold, but names nobody who holds it. Who?':
    'La source présente cela comme une opinion répandue, sans nommer ceux qui la partagent. Qui sont-ils ?',
  'The article gives this amount as near, not exact. How many?':
    'L’article donne ce chiffre comme approximatif, non comme exact. Combien au juste ?',
  'The source gives this amount as near, not exact. How many?':
    'La source donne ce chiffre comme approximatif, non comme exact. Combien au juste ?',
  'The author gives this as a view, not as a fact.': 'L’auteur présente cela comme une opinion, non comme un fait.',
  'The source gives this as a view, not as a fact.': 'La source présente cela comme une opinion, non comme un fait.',
  'The article says what would hold or ought to be, not what is. On what condition?':
    'L’article dit ce qui serait ou devrait être, non ce qui est. À quelle condition ?',
  'The source says what would hold or ought to be, not what is. On what condition?':
    'La source dit ce qui serait ou devrait être, non ce qui est. À quelle condition ?',
  'Whoever is quoted leaves open whether this is so. Who is it, and what would settle it?':
    'La personne citée laisse la question ouverte. Qui est-ce, et qu’est-ce qui permettrait de trancher ?',
  'Whoever is quoted says this may be so, not that it is. Who is it, and on what grounds?':
    'La personne citée dit que c’est possible, non que c’est le cas. Qui est-ce, et sur quoi se fonde-t-elle ?',
  'Whoever is quoted takes this to be likely, not certain. Who is it?':
    'La personne citée tient cela pour probable, non pour certain. Qui est-ce ?',
  'Whoever is quoted says how it looks, not how it is. Who is it?':
    'La personne citée dit ce qui paraît, non ce qui est. Qui est-ce ?',
  'Whoever is quoted passes on talk, and names nobody who started it. Who says so?':
    'La personne citée relaie ce qui se dit, sans nommer qui en est à l’origine. Qui le dit ?',
  'Whoever is quoted says this was reported, but names nobody who reported it. By whom?':
    'La personne citée dit que cela a été rapporté, sans nommer qui l’a rapporté. Par qui ?',
  'Whoever is quoted gives this as a view that many hold, but names nobody who holds it. Who?':
    'La personne citée présente cela comme une opinion répandue, sans nommer ceux qui la partagent. Qui sont-ils ?',
  'Whoever is quoted gives this amount as near, not exact. How many?':
    'La personne citée donne ce chiffre comme approximatif, non comme exact. Combien au juste ?',
  'Whoever is quoted gives this as a view, not as a fact. Who is it?':
    'La personne citée présente cela comme une opinion, non comme un fait. Qui est-ce ?',
  'Whoever is quoted says what would hold or ought to be, not what is. On what condition?':
    'La personne citée dit ce qui serait ou devrait être, non ce qui est. À quelle condition ?',

  // Claims: what one holds, what stands between, what it rests on.
  'A figure': 'Un chiffre',
  'A comparison': 'Une comparaison',
  'A record': 'Un record',
  'A trend': 'Une tendance',
  'A cause or an effect': 'Une cause ou un effet',
  'An accusation': 'Une accusation',
  'A motive': 'Un motif',
  'A research result': 'Un résultat de recherche',
  ', ': ', ',
  'given by a source with a name.': 'selon une source nommée.',
  'given by somebody known by role, not by name.':
    'selon quelqu’un que l’article désigne par sa fonction, non par son nom.',
  'taken from a document.': 'd’après un document.',
  'taken from another news outlet.': 'd’après un autre média.',
  'with a link where it may come from.': 'avec un lien vers une source possible.',
  'given by a source whose name is withheld.': 'selon une source dont le nom n’est pas divulgué.',
  'given by a group of whom nobody is named.': 'selon un groupe dont personne n’est nommé.',
  'given by somebody whom only a pronoun names, and the article does not show who that is.':
    'selon quelqu’un que seul un pronom désigne, sans qu’on sache de qui il s’agit.',
  'passed on, and nobody is named who says so.': 'que l’article relaie sans nommer personne.',
  'and the author puts it with caution.': 'que l’auteur avance avec réserve.',
  'and the sentence does not say where it comes from.': 'et la phrase ne dit pas d’où cela vient.',

  // Attributions.
  'A quotation, and “{cue}” says whose words these are.': 'Une citation, et « {cue} » dit de qui sont ces mots.',
  'A quotation; “{cue}” says whose words these are, and leans: it judges them.':
    'Une citation ; « {cue} » dit de qui sont ces mots, et porte un jugement sur eux.',
  'A quotation, and “{cue}” says that somebody said it, but not who.':
    'Une citation ; « {cue} » indique que quelqu’un parle, mais non qui.',
  '“{cue}” reports what somebody says.': '« {cue} » rapporte ce que quelqu’un dit.',
  '“{cue}” reports what somebody says, and leans: it judges the statement.':
    '« {cue} » rapporte ce que quelqu’un dit, et porte un jugement sur ces propos.',
  '“{cue}” reports what is said, and names nobody who says it.':
    '« {cue} » rapporte ce qui se dit, sans nommer qui le dit.',
  '“{cue}” reports what somebody thinks or feels.': '« {cue} » rapporte ce que quelqu’un pense ou ressent.',
  '“{cue}” reports what somebody thinks or feels, and leans: it judges the thought.':
    '« {cue} » rapporte ce que quelqu’un pense ou ressent, et porte un jugement sur cette pensée.',
  '“{cue}” reports what is thought, and names nobody who thinks it.':
    '« {cue} » rapporte ce que l’on pense, sans nommer qui le pense.',
  '“{cue}” reports what somebody knows or has found out.': '« {cue} » rapporte ce que quelqu’un sait ou a découvert.',
  '“{cue}” reports what somebody knows or has found out, and leans.':
    '« {cue} » rapporte ce que quelqu’un sait ou a découvert, et n’est pas neutre.',
  '“{cue}” reports what is known or was found, and names nobody who knows it.':
    '« {cue} » rapporte ce que l’on sait ou a découvert, sans nommer qui le sait.',
  '“{cue}” reports what somebody wants or means to do.': '« {cue} » rapporte ce que quelqu’un veut ou compte faire.',
  '“{cue}” reports what somebody wants or means to do, and leans.':
    '« {cue} » rapporte ce que quelqu’un veut ou compte faire, et n’est pas neutre.',
  '“{cue}” reports what is meant to be done, and names nobody who means it.':
    '« {cue} » rapporte ce que l’on compte faire, sans nommer qui le veut.',
  '“{cue}” reports what somebody denies or will not say.': '« {cue} » rapporte ce que quelqu’un nie ou refuse de dire.',
  '“{cue}” reports what somebody denies, and leans.': '« {cue} » rapporte ce que quelqu’un nie, et n’est pas neutre.',
  '“{cue}” reports what is denied or not said, and names nobody who denies it.':
    '« {cue} » rapporte ce qui est nié ou n’est pas dit, sans nommer qui le nie.',
  '“{cue}” names where this comes from.': '« {cue} » indique d’où cela vient.',
  '“{cue}” names a statement or a thought, and the words beside it say what it holds.':
    '« {cue} » désigne un propos ou une pensée, dont les mots voisins disent le contenu.',
  "The mark “{cue}” stands between somebody's name and what they say.":
    'Le signe « {cue} » se place entre un nom et les propos de la personne.',
};
