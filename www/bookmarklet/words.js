/** What the page the bookmark is dragged from says, and the bookmark itself where it cannot run. */
export const WORDS = {
  en: {
    direction: 'ltr',
    title: 'Claimlight as a bookmark',
    drag: 'Drag this to your bookmarks bar:',
    mark: 'Who says what?',
    use: 'On a news page, click it: the page is marked with who says what and how sure they are. Click it again, and the page is as it was. Nothing you read is sent anywhere.',
    inside: 'Everything is inside the bookmark, so it works on every page that runs scripts, also without a network.',
    loader:
      'Firefox keeps bookmarks of at most 65,536 characters, so this one fetches Claimlight from here, and from nowhere else; as with every script, the server then sees on which site it was clicked, and nothing of what you read. Where a page’s security policy forbids that, it says so; the browser extension runs there.',
    copy: 'Copy the bookmark’s address',
    copied: 'Copied.',
    refused:
      'Claimlight cannot run here: the security policy of this page lets no script from elsewhere in, or its code could not be fetched. The browser extension can.',
  },
  de: {
    direction: 'ltr',
    title: 'Claimlight als Lesezeichen',
    drag: 'Ziehen Sie dies in Ihre Lesezeichenleiste:',
    mark: 'Wer sagt was?',
    use: 'Klicken Sie es auf einer Nachrichtenseite an: Markiert wird, wer was sagt und wie sicher. Ein zweiter Klick, und die Seite ist, wie sie war. Nichts, was Sie lesen, wird gesendet.',
    inside: 'Das Lesezeichen enthält alles; es funktioniert auf jeder Seite, die Skripte ausführt, auch ohne Netz.',
    loader:
      'Firefox behält Lesezeichen von höchstens 65.536 Zeichen; dieses holt Claimlight deshalb von hier und von nirgendwo sonst; wie bei jedem Skript sieht der Server dabei, auf welcher Website geklickt wurde, und nichts von dem, was Sie lesen. Wo die Sicherheitsregeln einer Seite das verbieten, sagt es das; die Erweiterung für den Browser läuft auch dort.',
    copy: 'Adresse des Lesezeichens kopieren',
    copied: 'Kopiert.',
    refused:
      'Claimlight kann hier nicht laufen: Die Sicherheitsregeln dieser Seite lassen kein fremdes Skript zu, oder sein Code war nicht zu holen. Die Erweiterung für den Browser kann es.',
  },
  fr: {
    direction: 'ltr',
    title: 'Claimlight en favori',
    drag: 'Faites glisser ceci dans votre barre de favoris :',
    mark: 'Qui dit quoi ?',
    use: 'Sur une page d’actualités, cliquez dessus : la page montre qui dit quoi, et avec quelle certitude. Cliquez de nouveau, et la page redevient ce qu’elle était. Rien de ce que vous lisez n’est envoyé.',
    inside: 'Le favori contient tout : il fonctionne sur toute page qui exécute des scripts, même hors ligne.',
    loader:
      'Firefox ne garde que des favoris de 65 536 caractères au plus ; celui-ci va donc chercher Claimlight ici, et nulle part ailleurs ; comme pour tout script, le serveur voit alors sur quel site on a cliqué, et rien de ce que vous lisez. Là où les règles de sécurité d’une page l’interdisent, il le dit ; l’extension du navigateur y fonctionne.',
    copy: 'Copier l’adresse du favori',
    copied: 'Copié.',
    refused:
      'Claimlight ne peut pas fonctionner ici : les règles de sécurité de cette page n’admettent aucun script venu d’ailleurs, ou son code n’a pas pu être récupéré. L’extension du navigateur le peut.',
  },
  es: {
    direction: 'ltr',
    title: 'Claimlight como marcador',
    drag: 'Arrastre esto a su barra de marcadores:',
    mark: '¿Quién dice qué?',
    use: 'Púlselo en una página de noticias: se marca quién dice qué y con qué certeza. Púlselo otra vez y la página queda como estaba. Nada de lo que usted lee se envía.',
    inside: 'El marcador lo contiene todo: funciona en toda página que ejecute scripts, también sin conexión.',
    loader:
      'Firefox guarda marcadores de 65.536 caracteres como máximo; por eso este trae Claimlight de aquí, y de ningún otro sitio; como con todo script, el servidor ve entonces en qué sitio se pulsó, y nada de lo que usted lee. Donde las reglas de seguridad de una página lo prohíben, lo dice; allí funciona la extensión del navegador.',
    copy: 'Copiar la dirección del marcador',
    copied: 'Copiado.',
    refused:
      'Claimlight no puede funcionar aquí: las reglas de seguridad de esta página no admiten ningún script de fuera, o no se pudo obtener su código. La extensión del navegador sí puede.',
  },
  ar: {
    direction: 'rtl',
    title: 'Claimlight في إشارة مرجعية',
    drag: 'اسحب هذا إلى شريط الإشارات المرجعية:',
    mark: 'من يقول ماذا؟',
    use: 'انقر عليه في صفحة أخبار، فتظهر علامات تبيّن من يقول ماذا وبأي قدر من اليقين. انقر مرة أخرى فتعود الصفحة كما كانت. لا يُرسل شيء مما تقرؤه.',
    inside: 'الإشارة المرجعية تحوي كل شيء، فهي تعمل في كل صفحة تشغّل البرامج النصية، ولو دون اتصال.',
    loader:
      'لا يحفظ Firefox إشارة مرجعية يزيد طولها على 65,536 حرفًا، لذلك تجلب هذه الإشارة Claimlight من هنا، لا من أي مكان آخر؛ وكما مع كل برنامج نصّي، يرى الخادم حينئذ في أي موقع نُقر عليها، ولا يرى شيئًا مما تقرؤه. وحيث تمنع قواعد الأمان في صفحة ما ذلك، تخبرك به؛ أما إضافة المتصفح فتعمل هناك.',
    copy: 'نسخ عنوان الإشارة المرجعية',
    copied: 'نُسخ.',
    refused:
      'لا يمكن أن يعمل Claimlight هنا: لا تسمح قواعد الأمان في هذه الصفحة ببرنامج نصّي من خارجها، أو تعذّر جلب برنامجه. إضافة المتصفح تستطيع ذلك.',
  },
};
