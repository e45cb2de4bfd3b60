/** Why something is marked, in Arabic, by the English sentence. @type {import('./translation.js').Table} */
export const ar = {
  'One of your own patterns matches here.': 'ينطبق هنا أحد أنماطك الخاصة.',

  // Hedges.
  'The article leaves open whether this is so. What would settle it?':
    'لا يحسم المقال ما إذا كان الأمر كذلك. فما الذي يحسمه؟',
  'The source leaves open whether this is so. What would settle it?':
    'لا يحسم المصدر ما إذا كان الأمر كذلك. فما الذي يحسمه؟',
  'The article says this may be so, not that it is. On what grounds?':
    'يقول المقال إن هذا ممكن ولا يجزم به. فعلى أي أساس؟',
  'The source says this may be so, not that it is. On what grounds?':
    'يقول المصدر إن هذا ممكن ولا يجزم به. فعلى أي أساس؟',
  'The article takes this to be likely, not certain. According to whom?': 'يرى المقال هذا مرجّحًا لا مؤكدًا. بحسب من؟',
  'The source takes this to be likely, not certain.': 'يرى المصدر هذا مرجّحًا لا مؤكدًا.',
  'The article says how it looks, not how it is. Looks so to whom?':
    'يقول المقال كيف يبدو الأمر لا كيف هو. فلمن يبدو كذلك؟',
  'The source says how it looks, not how it is.': 'يقول المصدر كيف يبدو الأمر لا كيف هو.',
  'The article passes on talk, and names nobody who started it. Who says so?':
    'ينقل المقال كلامًا متداولًا ولا يسمّي من بدأه. فمن يقول هذا؟',
  'The source passes on talk, and names nobody who started it. Who says so?':
    'ينقل المصدر كلامًا متداولًا ولا يسمّي من بدأه. فمن يقول هذا؟',
  'The article says this was reported, but names nobody who reported it. By whom?':
    'يقول المقال إن هذا منقول، لكنه لا يسمّي من نقله. فمن هو؟',
  'The source says this was reported, but names nobody who reported it. By whom?':
    'يقول المصدر إن هذا منقول، لكنه لا يسمّي من نقله. فمن هو؟',
  'The article gives this as a view that many hold, but names nobody who holds it. Who?':
    'يقدّم المقال هذا على أنه رأي كثيرين، لكنه لا يسمّي أحدًا منهم. فمن هم؟',
  'The source gives this as a view that many hold, but names nobody who holds it. Who?':
    'يقدّم المصدر هذا على أنه رأي كثيرين، لكنه لا يسمّي أحدًا منهم. فمن هم؟',
  'The article gives this amount as near, not exact. How many?':
    'يذكر المقال هذا الرقم على وجه التقريب لا التحديد. فكم هو بالضبط؟',
  'The source gives this amount as near, not exact. How many?':
    'يذكر المصدر هذا الرقم على وجه التقريب لا التحديد. فكم هو بالضبط؟',
  'The author gives this as a view, not as a fact.': 'يقدّم الكاتب هذا على أنه رأي لا حقيقة.',
  'The source gives this as a view, not as a fact.': 'يقدّم المصدر هذا على أنه رأي لا حقيقة.',
  'The article says what would hold or ought to be, not what is. On what condition?':
    'يقول المقال ما قد يكون أو ما ينبغي أن يكون، لا ما هو كائن. فبأي شرط؟',
  'The source says what would hold or ought to be, not what is. On what condition?':
    'يقول المصدر ما قد يكون أو ما ينبغي أن يكون، لا ما هو كائن. فبأي شرط؟',
  'Whoever is quoted leaves open whether this is so. Who is it, and what would settle it?':
    'لا يحسم صاحب الكلام المقتبس ما إذا كان الأمر كذلك. فمن هو، وما الذي يحسم الأمر؟',
  'Whoever is quoted says this may be so, not that it is. Who is it, and on what grounds?':
    'يقول صاحب الكلام المقتبس إن هذا ممكن ولا يجزم به. فمن هو، وعلى أي أساس يقوله؟',
  'Whoever is quoted takes this to be likely, not certain. Who is it?':
    'يرى صاحب الكلام المقتبس هذا مرجّحًا لا مؤكدًا. فمن هو؟',
  'Whoever is quoted says how it looks, not how it is. Who is it?':
    'يقول صاحب الكلام المقتبس كيف يبدو الأمر لا كيف هو. فمن هو؟',
  'Whoever is quoted passes on talk, and names nobody who started it. Who says so?':
    'ينقل صاحب الكلام المقتبس كلامًا متداولًا ولا يسمّي من بدأه. فمن يقول هذا؟',
  'Whoever is quoted says this was reported, but names nobody who reported it. By whom?':
    'يقول صاحب الكلام المقتبس إن هذا منقول، لكنه لا يسمّي من نقله. فمن نقله؟',
  'Whoever is quoted gives this as a view that many hold, but names nobody who holds it. Who?':
    'يقدّم صاحب الكلام المقتبس هذا على أنه رأي كثيرين، لكنه لا يسمّي أحدًا منهم. فمن هم؟',
  'Whoever is quoted gives this amount as near, not exact. How many?':
    'يذكر صاحب الكلام المقتبس هذا الرقم على وجه التقريب لا التحديد. فكم هو بالضبط؟',
  'Whoever is quoted gives this as a view, not as a fact. Who is it?':
    'يقدّم صاحب الكلام المقتبس هذا على أنه رأي لا حقيقة. فمن هو؟',
  'Whoever is quoted says what would hold or ought to be, not what is. On what condition?':
    'يقول صاحب الكلام المقتبس ما قد يكون أو ما ينبغي أن يكون، لا ما هو كائن. فبأي شرط؟',

  // Claims: what one holds, what stands between, what it rests on.
  'A figure': 'رقم',
  'A comparison': 'مقارنة',
  'A record': 'رقم قياسي',
  'A trend': 'اتجاه',
  'A cause or an effect': 'سبب أو نتيجة',
  'An accusation': 'اتهام',
  'A motive': 'دافع',
  'A research result': 'نتيجة بحث',
  ', ': '، ',
  'given by a source with a name.': 'نقلًا عن مصدر مسمّى.',
  'given by somebody known by role, not by name.': 'نقلًا عمّن يُعرَف بمنصبه لا باسمه.',
  'taken from a document.': 'نقلًا عن وثيقة.',
  'taken from another news outlet.': 'نقلًا عن وسيلة إعلام أخرى.',
  'with a link where it may come from.': 'مع رابط قد يكون هو المصدر.',
  'given by a source whose name is withheld.': 'نقلًا عن مصدر اسمه محجوب.',
  'given by a group of whom nobody is named.': 'نقلًا عن جماعة لا يُسمّى أحد منها.',
  'given by somebody whom only a pronoun names, and the article does not show who that is.':
    'نقلًا عمّن لا يدل عليه إلا ضمير، دون أن يتضح من هو.',
  'passed on, and nobody is named who says so.': 'في كلام منقول لا يُسمّى قائله.',
  'and the author puts it with caution.': 'مع تحفّظ من الكاتب.',
  'and the sentence does not say where it comes from.': 'ولا تذكر الجملة مصدرًا لذلك.',

  // Attributions.
  'A quotation, and “{cue}” says whose words these are.': 'اقتباس، و«{cue}» تبيّن صاحب هذه الكلمات.',
  'A quotation; “{cue}” says whose words these are, and leans: it judges them.':
    'اقتباس، و«{cue}» تبيّن صاحب هذه الكلمات، لكنها غير محايدة: فهي تحكم عليها.',
  'A quotation, and “{cue}” says that somebody said it, but not who.':
    'اقتباس، و«{cue}» تدل على أن أحدهم قاله، ولا تبيّن من هو.',
  '“{cue}” reports what somebody says.': '«{cue}» تنقل ما يقوله أحدهم.',
  '“{cue}” reports what somebody says, and leans: it judges the statement.':
    '«{cue}» تنقل ما يقوله أحدهم، لكنها غير محايدة: فهي تحكم على القول.',
  '“{cue}” reports what is said, and names nobody who says it.': '«{cue}» تنقل ما يقال ولا تسمّي قائله.',
  '“{cue}” reports what somebody thinks or feels.': '«{cue}» تنقل ما يعتقده أحدهم أو يشعر به.',
  '“{cue}” reports what somebody thinks or feels, and leans: it judges the thought.':
    '«{cue}» تنقل ما يعتقده أحدهم أو يشعر به، لكنها غير محايدة: فهي تحكم على الاعتقاد.',
  '“{cue}” reports what is thought, and names nobody who thinks it.': '«{cue}» تنقل ما يُعتقد ولا تسمّي من يعتقده.',
  '“{cue}” reports what somebody knows or has found out.': '«{cue}» تنقل ما يعرفه أحدهم أو توصّل إليه.',
  '“{cue}” reports what somebody knows or has found out, and leans.':
    '«{cue}» تنقل ما يعرفه أحدهم أو توصّل إليه، لكنها غير محايدة.',
  '“{cue}” reports what is known or was found, and names nobody who knows it.':
    '«{cue}» تنقل ما هو معروف أو جرى التوصّل إليه، ولا تسمّي من يعرفه.',
  '“{cue}” reports what somebody wants or means to do.': '«{cue}» تنقل ما يريده أحدهم أو ينوي فعله.',
  '“{cue}” reports what somebody wants or means to do, and leans.':
    '«{cue}» تنقل ما يريده أحدهم أو ينوي فعله، لكنها غير محايدة.',
  '“{cue}” reports what is meant to be done, and names nobody who means it.':
    '«{cue}» تنقل ما يُراد فعله ولا تسمّي من يريده.',
  '“{cue}” reports what somebody denies or will not say.': '«{cue}» تنقل ما ينفيه أحدهم أو يمتنع عن قوله.',
  '“{cue}” reports what somebody denies, and leans.': '«{cue}» تنقل ما ينفيه أحدهم، لكنها غير محايدة.',
  '“{cue}” reports what is denied or not said, and names nobody who denies it.':
    '«{cue}» تنقل ما يُنفى أو لا يقال، ولا تسمّي من ينفيه.',
  '“{cue}” names where this comes from.': '«{cue}» تبيّن من أين جاء هذا.',
  '“{cue}” names a statement or a thought, and the words beside it say what it holds.':
    '«{cue}» تدل على قول أو فكرة، والكلمات المجاورة تبيّن المضمون.',
  "The mark “{cue}” stands between somebody's name and what they say.":
    'تقع علامة الترقيم «{cue}» بين اسم شخص وما يقوله.',
};
