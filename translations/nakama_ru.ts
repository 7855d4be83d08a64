<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Make a classifier of drawn characters.</source>
        <translation>Классификатор рисованных персонажей своими руками.</translation>
    </message>
    <message>
        <source>Open the built-in sample workspace.</source>
        <translation>Открыть встроенный пример.</translation>
    </message>
    <message>
        <source>Folder of the workspace to open.</source>
        <translation>Папка проекта, который нужно открыть.</translation>
    </message>
</context>
<context>
    <name>nakama::AccountDialog</name>
    <message>
        <source>&amp;Test my key</source>
        <translation>&amp;Проверить ключ</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Забыть</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>%1 can be asked without an account too. With one it may show more pictures and take more tags in one search. The key is not your password: you make it on your profile page there, under “API Key”.</source>
        <translation>К %1 можно обращаться и без аккаунта. С ним сервер может показать больше картинок и принять больше тегов в одном запросе. Ключ — это не пароль: его создают там на странице своего профиля, в разделе «API Key».</translation>
    </message>
    <message>
        <source>&amp;Login:</source>
        <translation>&amp;Логин:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Ключ:</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>прежний</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>The key will be kept in the system&apos;s keychain, and nowhere else.</source>
        <translation>Ключ будет храниться в системной связке ключей и больше нигде.</translation>
    </message>
    <message>
        <source>The keychain is being asked for the key…</source>
        <translation>Запрашиваем ключ у связки ключей…</translation>
    </message>
    <message>
        <source>The key is in the system&apos;s keychain.</source>
        <translation>Ключ хранится в системной связке ключей.</translation>
    </message>
    <message>
        <source>The key is in memory; the keychain is being asked to take it…</source>
        <translation>Ключ в памяти; просим связку ключей принять его…</translation>
    </message>
</context>
<context>
    <name>nakama::AgreementDialog</name>
    <message>
        <source>not defined</source>
        <translation>не определена</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Pictures of both</source>
        <translation>Общие картинки</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Совпало</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Каппа Коэна</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>%1, twice</source>
        <translation>%1, дважды</translation>
    </message>
    <message>
        <source>Agreement can be told once two annotators have answered the same pictures, or one has gone through the second pass.</source>
        <translation>О согласии можно судить, когда два разметчика ответили на одни и те же картинки или один из них прошёл второй проход.</translation>
    </message>
    <message numerus="yes">
        <source>All annotators, on the %n picture(s) that each has answered: Fleiss&apos; kappa %1.</source>
        <translation>
            <numerusform>Все разметчики, на %n картинке, на которую ответил каждый: каппа Флейса %1.</numerusform>
            <numerusform>Все разметчики, на %n картинках, на которые ответил каждый: каппа Флейса %1.</numerusform>
            <numerusform>Все разметчики, на %n картинках, на которые ответил каждый: каппа Флейса %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kappa is 1 where they always agree, and 0 where they agree as chance would.</source>
        <translation>Каппа равна 1, если ответы всегда совпадают, и 0, если совпадают как при случайном выборе.</translation>
    </message>
    <message>
        <source>The true test</source>
        <translation>Тест соревнования</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Second pass</source>
        <translation>Второй проход</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>nakama::AnswerPanel</name>
    <message>
        <source>Show &amp;why</source>
        <translation>Показать, по&amp;чему</translation>
    </message>
    <message>
        <source>Classes by probability</source>
        <translation>Классы по вероятности</translation>
    </message>
    <message>
        <source>Warm spots speak for the class that is chosen in the table</source>
        <translation>Тёплые пятна говорят за класс, выбранный в таблице</translation>
    </message>
    <message>
        <source>How dense the spots are</source>
        <translation>Плотность пятен</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Ожидание…</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Не читается</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Its halves look like %1 and %2, each by itself. Drag a box over one to ask about it alone.</source>
        <translation>Половины похожи на %1 и %2, каждая сама по себе. Обведите одну рамкой, чтобы спросить только о ней.</translation>
    </message>
    <message>
        <source>It is unlike the training pictures of all classes, or the answer is unsure.</source>
        <translation>Она не похожа на обучающие картинки ни одного класса, или ответ неуверенный.</translation>
    </message>
</context>
<context>
    <name>nakama::AnswersBar</name>
    <message>
        <source>Save as &amp;table…</source>
        <translation>Сохранить &amp;таблицу…</translation>
    </message>
    <message>
        <source>One row a picture, as CSV</source>
        <translation>По строке на картинку, в CSV</translation>
    </message>
    <message>
        <source>Sort into fol&amp;ders…</source>
        <translation>&amp;Разложить по папкам…</translation>
    </message>
    <message>
        <source>Copies each file into a folder of its class; the originals stay</source>
        <translation>Копирует каждый файл в папку его класса; исходные остаются</translation>
    </message>
    <message>
        <source>Ka&amp;ggle submission…</source>
        <translation>Файл для Kaggle…</translation>
    </message>
    <message>
        <source>Answers the pictures of the true test after the competition&apos;s sample file</source>
        <translation>Отвечает на картинки настоящего теста по образцу соревнования</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>О&amp;чистить</translation>
    </message>
    <message>
        <source>Forgets these pictures; no file is touched</source>
        <translation>Убирает эти картинки из списка; файлы остаются как есть</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>Отвечено: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) answered</source>
        <translation>
            <numerusform>Ответ дан по %n картинке</numerusform>
            <numerusform>Ответ дан по %n картинкам</numerusform>
            <numerusform>Ответ дан по %n картинкам</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder that gets a folder for each class</source>
        <translation>Папка, в которой будет папка для каждого класса</translation>
    </message>
    <message>
        <source>Sort pictures into folders</source>
        <translation>Разложить картинки по папкам</translation>
    </message>
    <message>
        <source>Pictures copied: %1; already there: %2.</source>
        <translation>Скопировано картинок: %1; уже были там: %2.</translation>
    </message>
</context>
<context>
    <name>nakama::ArrivalsPanel</name>
    <message>
        <source>Pictures that have just been collected</source>
        <translation>Только что собранные картинки</translation>
    </message>
    <message>
        <source>Pictures appear here as they arrive</source>
        <translation>Здесь появятся картинки по мере поступления</translation>
    </message>
    <message>
        <source>Just arrived</source>
        <translation>Только что пришли</translation>
    </message>
    <message>
        <source>Post %1</source>
        <translation>Пост %1</translation>
    </message>
</context>
<context>
    <name>nakama::AskedPicturesModel</name>
    <message>
        <source>not sure</source>
        <translation>неуверенно</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>ожидание…</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <comment>a class and its probability</comment>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>none of the classes</source>
        <translation>ни один из классов</translation>
    </message>
    <message>
        <source>several characters</source>
        <translation>несколько персонажей</translation>
    </message>
</context>
<context>
    <name>nakama::AskingBar</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>&amp;Открыть картинки…</translation>
    </message>
    <message>
        <source>One file or many</source>
        <translation>Один файл или много</translation>
    </message>
    <message>
        <source>Ope&amp;n a folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>All files below it; it can be dropped on the window too</source>
        <translation>Все файлы в ней; её можно и перетащить в окно</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Вставить</translation>
    </message>
    <message>
        <source>A picture or files from the clipboard (Ctrl+V)</source>
        <translation>Картинка или файлы из буфера обмена (Ctrl+V)</translation>
    </message>
    <message>
        <source>Part of the sc&amp;reen…</source>
        <translation>Часть &amp;экрана…</translation>
    </message>
    <message>
        <source>Hides the window, then asks for a box on the screen</source>
        <translation>Прячет окно и просит выделить прямоугольник на экране</translation>
    </message>
    <message>
        <source>Pictures to ask about</source>
        <translation>Картинки, о которых спросить</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>Картинки (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Folder of pictures to ask about</source>
        <translation>Папка с картинками для вопроса</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>вставленная картинка</translation>
    </message>
    <message>
        <source>There is only an address in the clipboard, and Nakama fetches nothing from there: copy the picture itself.</source>
        <translation>В буфере обмена только адрес, а Nakama ничего оттуда не загружает: скопируйте саму картинку.</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>В буфере обмена нет картинки.</translation>
    </message>
    <message>
        <source>This system does not let programs see the screen; take a screenshot with its own tool and paste it.</source>
        <translation>Эта система не даёт программам видеть экран; сделайте снимок её собственным средством и вставьте его.</translation>
    </message>
    <message>
        <source>part of the screen</source>
        <translation>часть экрана</translation>
    </message>
</context>
<context>
    <name>nakama::AugmentForm</name>
    <message>
        <source>Smallest part</source>
        <translation>Наименьшая часть</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Отражение</translation>
    </message>
    <message>
        <source>One operation of these</source>
        <translation>Одна операция из этих</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Поворот</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Насыщенность</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Оттенок</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Размытие</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>Erase a part</source>
        <translation>Стирание части</translation>
    </message>
    <message>
        <source>MixUp</source>
        <translation>MixUp</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Blends every picture of a batch, and its label, with another one</source>
        <translation>Смешивает каждую картинку пакета и её класс с другой</translation>
    </message>
    <message>
        <source>Replaces a box of every picture of a batch by that of another one</source>
        <translation>Заменяет прямоугольник каждой картинки пакета тем же местом другой</translation>
    </message>
    <message>
        <source>&amp;Reset to the recipe</source>
        <translation>&amp;Вернуть рецепт</translation>
    </message>
    <message>
        <source>A drawn part of it</source>
        <translation>Случайная часть картинки</translation>
    </message>
    <message>
        <source>Its middle, as in judging</source>
        <translation>Середина, как при оценке</translation>
    </message>
    <message>
        <source>All of it, between bars</source>
        <translation>Вся картинка с полями</translation>
    </message>
    <message>
        <source>What of the picture is taken</source>
        <translation>Что берётся от картинки</translation>
    </message>
    <message>
        <source>TrivialAugment: each tile gets one operation, at one of so many strengths</source>
        <translation>TrivialAugment: к каждой плитке применяется одна операция с одной из стольких сил</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Операции</translation>
    </message>
    <message>
        <source>Colours of every tile</source>
        <translation>Цвета каждой плитки</translation>
    </message>
    <message>
        <source>On how many tiles a rectangle is erased</source>
        <translation>На какой доле плиток стирается прямоугольник</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>шумом</translation>
    </message>
    <message>
        <source>with the mean colour</source>
        <translation>средним цветом</translation>
    </message>
    <message>
        <source>What a part is erased with</source>
        <translation>Чем стирается часть</translation>
    </message>
</context>
<context>
    <name>nakama::AugmentTab</name>
    <message>
        <source>Split the pictures first</source>
        <translation>Сначала разбейте картинки</translation>
    </message>
    <message>
        <source>Here you see what training does to the pictures of its part of the split, and change it. Import pictures and split them on the dataset page.</source>
        <translation>Здесь видно, что обучение делает с картинками своей части, и это можно изменить. Импортируйте и разбейте картинки на странице данных.</translation>
    </message>
    <message>
        <source>&amp;Go to the dataset</source>
        <translation>&amp;К данным</translation>
    </message>
    <message>
        <source>Tiles as training gets them</source>
        <translation>Плитки, какими их получает обучение</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>аугментация</translation>
    </message>
    <message>
        <source>The engine is loading…</source>
        <translation>Движок загружается…</translation>
    </message>
    <message>
        <source>Left the original, right what the model gets. The settings apply to the next training of this workspace. Double-click a tile to see it larger.</source>
        <translation>Слева исходная картинка, справа то, что получает модель. Настройки действуют со следующего обучения в этом проекте. Двойной щелчок увеличивает плитку.</translation>
    </message>
</context>
<context>
    <name>nakama::BalancePanel</name>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Не разбито</translation>
    </message>
    <message>
        <source>Pictures of each class, as bars</source>
        <translation>Картинки каждого класса, столбцами</translation>
    </message>
    <message>
        <source>Pictures of each class, as a table</source>
        <translation>Картинки каждого класса, таблицей</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Bars show the parts of the split</source>
        <translation>Столбцы: части разбиения</translation>
    </message>
    <message>
        <source>Bars show where pictures come from</source>
        <translation>Столбцы: источники картинок</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Что показывают столбцы</translation>
    </message>
    <message>
        <source>Would be used</source>
        <translation>Останется</translation>
    </message>
    <message>
        <source>Would be left out</source>
        <translation>Будет исключено</translation>
    </message>
</context>
<context>
    <name>nakama::BarChart</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
</context>
<context>
    <name>nakama::BrowsePanel</name>
    <message>
        <source>Pictures of the workspace</source>
        <translation>Картинки проекта</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Размер картинок</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n картинка</numerusform>
            <numerusform>%n картинки</numerusform>
            <numerusform>%n картинок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>выбрана %n</numerusform>
            <numerusform>выбрано %n</numerusform>
            <numerusform>выбрано %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CalibrationPanel</name>
    <message>
        <source>Bars: with temperature %1, fitted on validation; lines: the model&apos;s own probabilities. Expected calibration error (ECE) %2 instead of %3. A bar below the diagonal: too sure.</source>
        <translation>Столбцы: с температурой %1, подобранной на проверке; линии: собственные вероятности модели. Ожидаемая ошибка калибровки (ECE) %2 вместо %3. Столбец ниже диагонали: модель слишком уверена.</translation>
    </message>
    <message>
        <source>The model&apos;s own probabilities: expected calibration error (ECE) %1. A bar below the diagonal: too sure.</source>
        <translation>Собственные вероятности модели: ожидаемая ошибка калибровки (ECE) %1. Столбец ниже диагонали: модель слишком уверена.</translation>
    </message>
</context>
<context>
    <name>nakama::ClassBalanceModel</name>
    <message>
        <source>Unlabelled</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обуч.</translation>
    </message>
    <message>
        <source>Val</source>
        <translation>Пров.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Pictures were added since the split; split again to use them: %1.</source>
        <translation>После разбиения добавились картинки; разбейте заново, чтобы они вошли: %1.</translation>
    </message>
    <message>
        <source>No pictures, so the model cannot learn them, and macro-F1 counts them as 0: %1.</source>
        <translation>Картинок нет, модель их не выучит, а макро-F1 считает их нулём: %1.</translation>
    </message>
    <message>
        <source>Fewer than three different pictures, so not in every part (copies count once); their F1 says nothing: %1.</source>
        <translation>Меньше трёх разных картинок, поэтому не в каждой части (копии считаются за одну); их F1 ничего не значит: %1.</translation>
    </message>
    <message>
        <source>What a mistake on the class counts in training with class weights; 1 on average. The fewer pictures, the more.</source>
        <translation>Сколько стоит ошибка на классе при обучении с весами классов; в среднем 1. Чем меньше картинок, тем больше.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
</context>
<context>
    <name>nakama::ClassBars</name>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Полнота</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>n = %1</source>
        <comment>number of pictures</comment>
        <translation>n = %1</translation>
    </message>
</context>
<context>
    <name>nakama::ClassF1Model</name>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>F1 (val)</source>
        <translation>F1 (пров.)</translation>
    </message>
    <message>
        <source>Since the epoch before</source>
        <translation>С прошлой эпохи</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>Лучшая пока</translation>
    </message>
</context>
<context>
    <name>nakama::ClassKeysView</name>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Classes and their keys</source>
        <translation>Классы и их клавиши</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Вероятно</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>nakama::ClassMetricsModel</name>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Полнота</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>The class by its name</source>
        <translation>Название класса</translation>
    </message>
    <message>
        <source>Of the pictures that were given this class, the share that is right</source>
        <translation>Какая доля картинок, отнесённых к классу, отнесена верно</translation>
    </message>
    <message>
        <source>Of the pictures that are of this class, the share that was found</source>
        <translation>Какая доля картинок класса найдена</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Среднее гармоническое точности и полноты</translation>
    </message>
    <message>
        <source>Pictures of this class in the set; with few of them the figures say little</source>
        <translation>Картинки класса в наборе; если их мало, цифры мало что говорят</translation>
    </message>
</context>
<context>
    <name>nakama::ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
</context>
<context>
    <name>nakama::ClassesPanel</name>
    <message>
        <source>A class chosen here is chosen everywhere; Enter or double click: its pictures</source>
        <translation>Класс, выбранный здесь, выбран везде; Enter или двойной щелчок: его картинки</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n chosen picture(s)</source>
        <translation>
            <numerusform>Из %n выбранной картинки</numerusform>
            <numerusform>Из %n выбранных картинок</numerusform>
            <numerusform>Из %n выбранных картинок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollapsibleSection</name>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
    <message>
        <source>open</source>
        <translation>развёрнуто</translation>
    </message>
</context>
<context>
    <name>nakama::CollectClassesModel</name>
    <message>
        <source>No tag to search by yet</source>
        <translation>Пока нет тега для поиска</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Не собирается</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Собрано</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Сбор…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт очереди</translation>
    </message>
    <message numerus="yes">
        <source>Only %n would come</source>
        <translation>
            <numerusform>Придёт только %n</numerusform>
            <numerusform>Придут только %n</numerusform>
            <numerusform>Придут только %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would come</source>
        <translation>
            <numerusform>Придёт %n</numerusform>
            <numerusform>Придут %n</numerusform>
            <numerusform>Придут %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>Ещё не собрано</translation>
    </message>
    <message>
        <source>All that there is</source>
        <translation>Это всё, что есть</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pictures that are there, wanted</comment>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n не удалась</numerusform>
            <numerusform>%n не удались</numerusform>
            <numerusform>%n не удались</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click or F2 changes the tags</source>
        <translation>Двойной щелчок или F2 — изменить теги</translation>
    </message>
    <message>
        <source>Found so far: %1
Collected in this run: %2
In the workspace before: %3
Hidden by the server: %4
Rejected by the settings or by you: %5
Failed: %6
Already in another class: %7</source>
        <translation>Найдено: %1
Собрано за этот раз: %2
Было в проекте раньше: %3
Скрыто сервером: %4
Отклонено настройками или вами: %5
Не удалось: %6
Уже в другом классе: %7</translation>
    </message>
    <message>
        <source>Pictures of the class in the workspace, from whatever source</source>
        <translation>Картинки этого класса в проекте из всех источников</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Собрано</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>nakama::CollectController</name>
    <message>
        <source>Look what would come</source>
        <translation>Посмотреть, что придёт</translation>
    </message>
    <message>
        <source>Collect pictures</source>
        <translation>Сбор картинок</translation>
    </message>
    <message>
        <source>The look ahead was cancelled.</source>
        <translation>Просмотр отменён.</translation>
    </message>
    <message numerus="yes">
        <source>Paused; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Пауза; за этот раз собрана %Ln картинка.</numerusform>
            <numerusform>Пауза; за этот раз собраны %Ln картинки.</numerusform>
            <numerusform>Пауза; за этот раз собрано %Ln картинок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %Ln picture(s) collected in this run stay.</source>
        <translation>
            <numerusform>Остановлено; собранная за этот раз %Ln картинка остаётся.</numerusform>
            <numerusform>Остановлено; собранные за этот раз %Ln картинки остаются.</numerusform>
            <numerusform>Остановлено; собранные за этот раз %Ln картинок остаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished; %Ln picture(s) collected in this run.</source>
        <translation>
            <numerusform>Готово; за этот раз собрана %Ln картинка.</numerusform>
            <numerusform>Готово; за этот раз собраны %Ln картинки.</numerusform>
            <numerusform>Готово; за этот раз собрано %Ln картинок.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CollectControls</name>
    <message>
        <source>Loo&amp;k what would come</source>
        <translation>Посмотреть, &amp;что придёт</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Отм&amp;ена</translation>
    </message>
    <message>
        <source>Asks the server which pictures there are, and downloads none</source>
        <translation>Спрашивает сервер, какие картинки есть, и ничего не скачивает</translation>
    </message>
    <message>
        <source>What has been collected stays</source>
        <translation>Собранное остаётся</translation>
    </message>
    <message>
        <source>&amp;Account…</source>
        <translation>&amp;Аккаунт…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Па&amp;уза</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Пр&amp;одолжить</translation>
    </message>
    <message>
        <source>&amp;Start collecting</source>
        <translation>Начать с&amp;бор</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Спрашиваем связку ключей…</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Как %1</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Без аккаунта</translation>
    </message>
    <message>
        <source>Without an account: the key of %1 is not here</source>
        <translation>Без аккаунта: ключа для %1 здесь нет</translation>
    </message>
    <message>
        <source>The keychain is being asked for your key.</source>
        <translation>Запрашиваем ваш ключ у связки ключей.</translation>
    </message>
</context>
<context>
    <name>nakama::CollectFailuresModel</name>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Что случилось</translation>
    </message>
</context>
<context>
    <name>nakama::CollectForm</name>
    <message>
        <source>How many pictures each class is to have from this search</source>
        <translation>Сколько картинок из этого поиска нужно каждому классу</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>Об&amp;щий</translation>
    </message>
    <message>
        <source>Nothing that a person might not want to be seen with</source>
        <translation>Ничего неловкого: можно смотреть где угодно</translation>
    </message>
    <message>
        <source>Se&amp;nsitive</source>
        <translation>Де&amp;ликатный</translation>
    </message>
    <message>
        <source>Swimwear, light violence and the like</source>
        <translation>Купальники, лёгкое насилие и подобное</translation>
    </message>
    <message>
        <source>Q&amp;uestionable</source>
        <translation>Сомн&amp;ительный</translation>
    </message>
    <message>
        <source>For adults: nudity and the like</source>
        <translation>Для взрослых: нагота и подобное</translation>
    </message>
    <message>
        <source>For adults: sexual acts and strong violence</source>
        <translation>Для взрослых: секс и сильное насилие</translation>
    </message>
    <message>
        <source>Votes of the server&apos;s users, those against subtracted</source>
        <translation>Голоса пользователей сервера: «за» минус «против»</translation>
    </message>
    <message>
        <source>Width and height of the original are both at least this</source>
        <translation>И ширина, и высота оригинала не меньше этого</translation>
    </message>
    <message>
        <source>&amp;By themselves (tag “solo”)</source>
        <translation>О&amp;дин на картинке (тег «solo»)</translation>
    </message>
    <message>
        <source>Asks the server for pictures with one person alone. It counts as a tag of the search</source>
        <translation>Просит у сервера картинки, где персонаж один. Считается тегом запроса</translation>
    </message>
    <message>
        <source>Onl&amp;y one character tagged</source>
        <translation>Только один персона&amp;ж в тегах</translation>
    </message>
    <message>
        <source>Leaves out pictures in which other characters appear too</source>
        <translation>Пропускает картинки, где есть и другие персонажи</translation>
    </message>
    <message>
        <source>Downloads that run beside each other</source>
        <translation>Сколько загрузок идёт одновременно</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Рейтинги</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любая</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Оригиналы</translation>
    </message>
    <message>
        <source>At most 850 px wide</source>
        <translation>Не шире 850 пикс.</translation>
    </message>
    <message>
        <source>Within 720 × 720 px</source>
        <translation>В пределах 720 × 720</translation>
    </message>
    <message>
        <source>Originals are verified by their published checksum; smaller files are enough for training and save disk and time</source>
        <translation>Оригиналы проверяются по опубликованной контрольной сумме; уменьшенных файлов хватает для обучения, они экономят диск и время</translation>
    </message>
    <message>
        <source>&amp;Wanted of each class:</source>
        <translation>&amp;Нужно на класс:</translation>
    </message>
    <message>
        <source>Rated by the server as</source>
        <translation>Рейтинг на сервере</translation>
    </message>
    <message>
        <source>&amp;Minimum score:</source>
        <translation>&amp;Мин. оценка:</translation>
    </message>
    <message>
        <source>Minimum si&amp;de:</source>
        <translation>Мин. с&amp;торона:</translation>
    </message>
    <message>
        <source>F&amp;iles:</source>
        <translation>Фа&amp;йлы:</translation>
    </message>
    <message>
        <source>Questions to the server; its rules allow 10 and ask for about 1 in long runs</source>
        <translation>Запросы к серверу; его правила разрешают 10, а при долгой работе просят около 1</translation>
    </message>
    <message>
        <source>Any server that runs Danbooru&apos;s program</source>
        <translation>Любой сервер на программе Danbooru</translation>
    </message>
    <message>
        <source>Re&amp;quests a second:</source>
        <translation>&amp;Запросов в секунду:</translation>
    </message>
    <message>
        <source>Pictures at &amp;once:</source>
        <translation>&amp;Картинок сразу:</translation>
    </message>
    <message>
        <source>Server UR&amp;L:</source>
        <translation>Адрес (UR&amp;L):</translation>
    </message>
    <message>
        <source>Tick at least one rating.</source>
        <translation>Отметьте хотя бы один рейтинг.</translation>
    </message>
    <message>
        <source>E&amp;xplicit</source>
        <translation>Откровенн&amp;ый</translation>
    </message>
</context>
<context>
    <name>nakama::CollectStatus</name>
    <message numerus="yes">
        <source>%Ln picture(s) would come, about %1. The disk has %2 free.</source>
        <translation>
            <numerusform>Придёт %Ln картинка, около %1. На диске свободно %2.</numerusform>
            <numerusform>Придут %Ln картинки, около %1. На диске свободно %2.</numerusform>
            <numerusform>Придут %Ln картинок, около %1. На диске свободно %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too much.</source>
        <translation>Это слишком много.</translation>
    </message>
    <message>
        <source>Pictures collected</source>
        <translation>Собранные картинки</translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <comment>that are there, wanted</comment>
        <translation>%1 из %2 картинок</translation>
    </message>
    <message>
        <source>Asking the server what would come…</source>
        <translation>Спрашиваем сервер, что придёт…</translation>
    </message>
    <message>
        <source>Collecting: %1</source>
        <translation>Сбор: %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Приостанавливаем…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаем…</translation>
    </message>
    <message>
        <source>Nothing is chosen to be collected</source>
        <translation>Для сбора ничего не выбрано</translation>
    </message>
</context>
<context>
    <name>nakama::CollectTab</name>
    <message>
        <source>No classes yet</source>
        <translation>Классов пока нет</translation>
    </message>
    <message>
        <source>Pictures are collected for the classes of the workspace, and it has none. Import a folder that has one folder of pictures for each class, or create a workspace with classes of your own.</source>
        <translation>Картинки собирают для классов проекта, а их нет. Импортируйте папку, где у каждого класса своя папка с картинками, или создайте проект со своими классами.</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Импорт &amp;папки…</translation>
    </message>
    <message>
        <source>No class has a tag to search by yet: double-click a cell of the column Tags, or press F2 there.</source>
        <translation>Ни у одного класса нет тега для поиска: дважды щёлкните ячейку столбца «Теги» или нажмите там F2.</translation>
    </message>
    <message>
        <source>Tick at least one class that has a tag.</source>
        <translation>Отметьте хотя бы один класс с тегом.</translation>
    </message>
</context>
<context>
    <name>nakama::CompareDialog</name>
    <message>
        <source>Compare runs</source>
        <translation>Сравнение обучений</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Обучения</translation>
    </message>
    <message>
        <source>Held-out test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>True test</source>
        <translation>Тест соревнования</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Стоп</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>С&amp;равнить</translation>
    </message>
    <message>
        <source>Check two or more runs</source>
        <translation>Отметьте два обучения или больше</translation>
    </message>
    <message>
        <source>The workspace has no true test set yet.</source>
        <translation>В проекте пока нет теста соревнования.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Сравнение…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Make &amp;ensemble</source>
        <translation>Сделать ансамбль</translation>
    </message>
    <message>
        <source>Each on its own test set</source>
        <translation>Каждый на своём тесте</translation>
    </message>
    <message>
        <source>A run that answers with the mean of the checked runs&apos; probabilities</source>
        <translation>Запуск, который отвечает средним вероятностей отмеченных запусков</translation>
    </message>
    <message>
        <source>The ensemble is a run of its own now: compare it with its members.</source>
        <translation>Ансамбль теперь отдельный запуск: сравните его с участниками.</translation>
    </message>
</context>
<context>
    <name>nakama::ComparisonPage</name>
    <message>
        <source>Choose two or more runs, and compare them.</source>
        <translation>Выберите два обучения или больше и сравните их.</translation>
    </message>
    <message numerus="yes">
        <source>On %n picture(s) that all of them answered.</source>
        <translation>
            <numerusform>На %n картинке, на которую ответили все.</numerusform>
            <numerusform>На %n картинках, на которые ответили все.</numerusform>
            <numerusform>На %n картинках, на которые ответили все.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies count as one: %n group(s).</source>
        <translation>
            <numerusform>Копии считаются за одну: %n группа.</numerusform>
            <numerusform>Копии считаются за одну: %n группы.</numerusform>
            <numerusform>Копии считаются за одну: %n групп.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ComparisonTables</name>
    <message>
        <source>%1 is better</source>
        <translation>%1 лучше</translation>
    </message>
    <message>
        <source>no clear winner</source>
        <translation>явного победителя нет</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>leak-free</source>
        <translation>без утечек</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) cross</source>
        <translation>
            <numerusform>%n группа пересекается</numerusform>
            <numerusform>%n группы пересекаются</numerusform>
            <numerusform>%n групп пересекаются</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>CE loss</source>
        <translation>Кросс-энтропия</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Макро-F1</translation>
    </message>
    <message>
        <source>Micro-F1</source>
        <translation>Микро-F1</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>Взвешенная F1</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>Утечки</translation>
    </message>
    <message>
        <source>Cross-entropy of the model&apos;s own probabilities; less is better</source>
        <translation>Кросс-энтропия собственных вероятностей модели; меньше — лучше</translation>
    </message>
    <message>
        <source>Every class counts the same; with 95 % interval</source>
        <translation>Все классы весят одинаково; с 95 % интервалом</translation>
    </message>
    <message>
        <source>Share of right answers; with 95 % interval</source>
        <translation>Доля верных ответов; с 95 % интервалом</translation>
    </message>
    <message>
        <source>Classes count by their pictures; with 95 % interval</source>
        <translation>Классы весят по числу картинок; с 95 % интервалом</translation>
    </message>
    <message>
        <source>Groups of copies of this set among the pictures that the run learned from: with any, its figures are too good</source>
        <translation>Группы копий этого набора среди картинок, на которых учился запуск: если есть, его числа завышены</translation>
    </message>
    <message>
        <source>Pairs of runs</source>
        <translation>Пары обучений</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Первое обучение</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Второе обучение</translation>
    </message>
    <message>
        <source>Macro-F1, difference</source>
        <translation>Макро-F1, разность</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>McNemar p</source>
        <translation>p Макнемара</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Macro-F1 of the first run minus that of the second</source>
        <translation>Макро-F1 первого обучения минус макро-F1 второго</translation>
    </message>
    <message>
        <source>Interval of the difference, by a paired bootstrap over groups of copies</source>
        <translation>Интервал разности: парный бутстрэп по группам копий</translation>
    </message>
    <message>
        <source>How likely equal runs would differ so much by chance, by a randomisation over groups; corrected for the number of pairs (Holm)</source>
        <translation>Насколько вероятно, что равные запуски так разошлись бы случайно, по рандомизации групп; с поправкой на число пар (Холм)</translation>
    </message>
    <message>
        <source>How likely the pictures that only one of the two names rightly would be so uneven by chance</source>
        <translation>Вероятность того, что картинки, верно названные только одним из двух, случайно распределятся так неравно</translation>
    </message>
    <message>
        <source>A winner is named where p is below 0.05 and 0 is outside the interval</source>
        <translation>Победитель назван, если p меньше 0,05 и 0 вне интервала</translation>
    </message>
    <message>
        <source>macro-F1 differs by %1 (95 %: %2 … %3), p %4</source>
        <comment>difference, ends of its interval, = or &lt; and a number</comment>
        <translation>macro-F1 различается на %1 (95 %: %2 … %3), p %4</translation>
    </message>
    <message>
        <source>No clear winner between %1 and %2: %3.</source>
        <comment>runs, how sure</comment>
        <translation>Явного победителя между %1 и %2 нет: %3.</translation>
    </message>
    <message>
        <source>%1 is better than %2: %3.</source>
        <comment>runs, how sure</comment>
        <translation>%1 лучше, чем %2: %3.</translation>
    </message>
    <message>
        <source>%1, with copies across its split, has %2 macro-F1 (95 %: %3 … %4) over the leak-free %5.</source>
        <comment>naive run, difference, ends of its interval, leak-free run</comment>
        <translation>%1, с копиями в разных частях, имеет macro-F1 на %2 (95 %: %3 … %4) выше, чем %5 без утечек.</translation>
    </message>
</context>
<context>
    <name>nakama::ConfusionMatrixView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation>%1 из %2 (%3 %)</translation>
    </message>
    <message>
        <source>no pictures</source>
        <translation>нет картинок</translation>
    </message>
    <message>
        <source>True %1, predicted %2: %3</source>
        <translation>На самом деле %1, ответ %2: %3</translation>
    </message>
</context>
<context>
    <name>nakama::ConfusionPainter</name>
    <message>
        <source>Predicted class</source>
        <translation>Ответ модели</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Настоящий класс</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
</context>
<context>
    <name>nakama::CopiesController</name>
    <message>
        <source>Look for copies</source>
        <translation>Поиск копий</translation>
    </message>
    <message>
        <source>Set copies aside</source>
        <translation>Отложить копии</translation>
    </message>
    <message>
        <source>Take copies back</source>
        <translation>Вернуть копии</translation>
    </message>
    <message>
        <source>Tell pictures apart</source>
        <translation>Отметить, что это не копии</translation>
    </message>
    <message>
        <source>Stopped; what was read so far is kept for the next time.</source>
        <translation>Остановлено; прочитанное пригодится в следующий раз.</translation>
    </message>
</context>
<context>
    <name>nakama::CopiesDialog</name>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Остановить начатое</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Искать снова</translation>
    </message>
    <message>
        <source>Look for copies again; only new pictures are read</source>
        <translation>Снова искать копии; читаются только новые картинки</translation>
    </message>
    <message>
        <source>These are &amp;not copies</source>
        <translation>Это &amp;не копии</translation>
    </message>
    <message>
        <source>The selected pictures, or all of the group where none is selected, are no copies of the others, now and in later searches</source>
        <translation>Выбранные картинки, а если ничего не выбрано – все картинки группы, не копии остальных: сейчас и при следующих поисках</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Take the latest setting aside back</source>
        <translation>Вернуть картинки, отложенные последними</translation>
    </message>
    <message>
        <source>&amp;Set copies aside</source>
        <translation>Отложить &amp;копии</translation>
    </message>
    <message>
        <source>The copies of all groups leave the split and training; keepers and pictures of the true test stay as they are, and no file is deleted</source>
        <translation>Копии из всех групп уходят из разбиения и обучения; от каждой группы остаётся одна картинка, картинки теста соревнования остаются как есть, файлы не удаляются</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Groups of copies</source>
        <translation>Группы копий</translation>
    </message>
    <message>
        <source>The keeper of the chosen group and its copies</source>
        <translation>Картинка, которая остаётся от выбранной группы, и её копии</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Looking for copies…</source>
        <translation>Идёт поиск копий…</translation>
    </message>
    <message>
        <source>The same picture may be here resized, cropped, mirrored, turned, inverted or without colour.</source>
        <translation>Одна картинка может встретиться уменьшенной, обрезанной, отражённой, повёрнутой, в негативе или без цвета.</translation>
    </message>
    <message>
        <source>Not looked through</source>
        <translation>Картинки не просмотрены</translation>
    </message>
    <message>
        <source>Look again to see which pictures are copies of each other.</source>
        <translation>Запустите поиск снова, чтобы увидеть, какие картинки – копии друг друга.</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Картинок пока нет</translation>
    </message>
    <message>
        <source>Import or collect pictures, then look for copies among them.</source>
        <translation>Импортируйте или соберите картинки, а затем ищите среди них копии.</translation>
    </message>
    <message>
        <source>No copies found</source>
        <translation>Копий не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked through, and none is a copy of another.</source>
        <translation>
            <numerusform>Просмотрена %n картинка; копий нет.</numerusform>
            <numerusform>Просмотрены %n картинки; копий нет.</numerusform>
            <numerusform>Просмотрено %n картинок; копий нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>No copy is left to be set aside.</source>
        <translation>Откладывать больше нечего.</translation>
    </message>
    <message numerus="yes">
        <source>Undo brings %n picture(s) back; split again to train on them.</source>
        <translation>
            <numerusform>«Вернуть» вернёт %n картинку; чтобы учиться на ней, разбейте заново.</numerusform>
            <numerusform>«Вернуть» вернёт %n картинки; чтобы учиться на них, разбейте заново.</numerusform>
            <numerusform>«Вернуть» вернёт %n картинок; чтобы учиться на них, разбейте заново.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read, so their copies are not known.</source>
        <translation>
            <numerusform>%n картинка не читается, её копии неизвестны.</numerusform>
            <numerusform>%n картинки не читаются, их копии неизвестны.</numerusform>
            <numerusform>%n картинок не читаются, их копии неизвестны.</numerusform>
        </translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Работает…</translation>
    </message>
    <message numerus="yes">
        <source>Setting copies aside takes %n picture(s) out of split and training.</source>
        <translation>
            <numerusform>Если отложить копии, из разбиения и обучения уйдёт %n картинка.</numerusform>
            <numerusform>Если отложить копии, из разбиения и обучения уйдут %n картинки.</numerusform>
            <numerusform>Если отложить копии, из разбиения и обучения уйдёт %n картинок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in the split now.</source>
        <translation>
            <numerusform>Сейчас в разбиении %n из них.</numerusform>
            <numerusform>Сейчас в разбиении %n из них.</numerusform>
            <numerusform>Сейчас в разбиении %n из них.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::CopyGroupsModel</name>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Copies are</source>
        <translation>Чем отличаются</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
</context>
<context>
    <name>nakama::CopyText</name>
    <message>
        <source>the same pixels</source>
        <translation>те же пиксели</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>другой размер</translation>
    </message>
    <message>
        <source>compressed again</source>
        <translation>пережата</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>обрезана</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>отражена</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>повёрнута</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>негатив</translation>
    </message>
    <message>
        <source>greyscale</source>
        <translation>без цвета</translation>
    </message>
    <message>
        <source>turned by %1°</source>
        <translation>повёрнута на %1°</translation>
    </message>
    <message>
        <source>cropped to %1 % of the area</source>
        <translation>обрезана до %1 % площади</translation>
    </message>
    <message>
        <source>shows more than the keeper</source>
        <translation>видно больше, чем на остающейся</translation>
    </message>
    <message>
        <source>%1; %2 % alike</source>
        <translation>%1; сходство %2 %</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>отложена</translation>
    </message>
    <message>
        <source>of the true test</source>
        <translation>из теста соревнования</translation>
    </message>
    <message>
        <source>keeper</source>
        <translation>остаётся</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>без метки</translation>
    </message>
</context>
<context>
    <name>nakama::CreateWorkspaceDialog</name>
    <message>
        <source>Characters</source>
        <comment>name of a folder</comment>
        <translation>Персонажи</translation>
    </message>
    <message>
        <source>Characters %1</source>
        <comment>name of a folder</comment>
        <translation>Персонажи %1</translation>
    </message>
    <message>
        <source>&amp;One Piece: the 18 characters of the Kaggle competition</source>
        <translation>&amp;One Piece: 18 персонажей из соревнования Kaggle</translation>
    </message>
    <message>
        <source>My o&amp;wn, one a line:</source>
        <translation>&amp;Свои, по одному в строке:</translation>
    </message>
    <message>
        <source>&amp;From the folders that I import</source>
        <translation>Из &amp;папок, которые я импортирую</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Обзор…</translation>
    </message>
    <message>
        <source>Luffy
Zoro
Nami</source>
        <translation>Луффи
Зоро
Нами</translation>
    </message>
    <message>
        <source>Class names, one a line</source>
        <translation>Названия классов, по одному в строке</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>Па&amp;пка</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Folder for the workspace</source>
        <translation>Папка для проекта</translation>
    </message>
    <message>
        <source>Name the folder that the workspace will be kept in.</source>
        <translation>Укажите папку, в которой будет храниться проект.</translation>
    </message>
    <message>
        <source>Give the whole path, beginning with %1.</source>
        <translation>Укажите полный путь, начиная с %1.</translation>
    </message>
    <message>
        <source>There is a file of this name; choose another.</source>
        <translation>Файл с таким именем уже есть; выберите другое.</translation>
    </message>
    <message>
        <source>This folder already is a workspace; open it instead.</source>
        <translation>В этой папке уже есть проект; откройте его.</translation>
    </message>
    <message>
        <source>This folder is not empty; choose a new one, so that nothing of yours is touched.</source>
        <translation>Папка не пуста; выберите новую, чтобы не задеть ваши файлы.</translation>
    </message>
    <message>
        <source>Name at least two classes.</source>
        <translation>Назовите хотя бы два класса.</translation>
    </message>
</context>
<context>
    <name>nakama::CurvesPanel</name>
    <message>
        <source>Loss by epoch</source>
        <translation>Потери по эпохам</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>потери, обучение</translation>
    </message>
    <message>
        <source>val loss</source>
        <translation>потери, проверка</translation>
    </message>
    <message>
        <source>F1 on val by epoch</source>
        <translation>F1 на проверке по эпохам</translation>
    </message>
    <message>
        <source>F1 on val</source>
        <translation>F1 на проверке</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>макро</translation>
    </message>
    <message>
        <source>micro</source>
        <translation>микро</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>взвешенная</translation>
    </message>
    <message>
        <source>No finished epoch yet</source>
        <translation>Ещё нет законченных эпох</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>лучшая %1</translation>
    </message>
</context>
<context>
    <name>nakama::DanbooruAccount</name>
    <message>
        <source>Member</source>
        <comment>level of an account</comment>
        <translation>участник</translation>
    </message>
    <message>
        <source>Gold</source>
        <comment>level of an account</comment>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Platinum</source>
        <comment>level of an account</comment>
        <translation>Platinum</translation>
    </message>
    <message>
        <source>Builder</source>
        <comment>level of an account</comment>
        <translation>Builder</translation>
    </message>
    <message>
        <source>Moderator</source>
        <comment>level of an account</comment>
        <translation>модератор</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>уровень %1</translation>
    </message>
    <message>
        <source>The keychain has no key for %1: enter it again.</source>
        <translation>В связке ключей нет ключа для %1: введите его снова.</translation>
    </message>
    <message>
        <source>No keychain answers (%1): enter the key of %2 for this session.</source>
        <translation>Связка ключей не отвечает (%1): введите ключ для %2 на этот сеанс.</translation>
    </message>
    <message>
        <source>No keychain answers (%1). The key is kept in memory alone, until Nakama is closed.</source>
        <translation>Связка ключей не отвечает (%1). Ключ хранится только в памяти, пока Nakama не закрыта.</translation>
    </message>
    <message>
        <source>The keychain has not deleted the key (%1): delete the entry of “nakama” with the keychain&apos;s own program.</source>
        <translation>Связка ключей не удалила ключ (%1): удалите запись «nakama» в её собственной программе.</translation>
    </message>
    <message>
        <source>%1 is banned from this server.</source>
        <translation>%1 заблокирован на этом сервере.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) in one search</source>
        <translation>
            <numerusform>%n тег в запросе</numerusform>
            <numerusform>%n тега в запросе</numerusform>
            <numerusform>%n тегов в запросе</numerusform>
        </translation>
    </message>
    <message>
        <source>any number of tags in one search</source>
        <translation>сколько угодно тегов в запросе</translation>
    </message>
    <message>
        <source>The key works: %1, %2, %3.</source>
        <comment>name, level, limit</comment>
        <translation>Ключ подходит: %1, %2, %3.</translation>
    </message>
</context>
<context>
    <name>nakama::DatasetTab</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n картинка</numerusform>
            <numerusform>%n картинки</numerusform>
            <numerusform>%n картинок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n класс</numerusform>
            <numerusform>%n класса</numerusform>
            <numerusform>%n классов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a label</source>
        <translation>
            <numerusform>%n без метки</numerusform>
            <numerusform>%n без метки</numerusform>
            <numerusform>%n без метки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the true test</source>
        <translation>
            <numerusform>%n в тесте соревнования</numerusform>
            <numerusform>%n в тесте соревнования</numerusform>
            <numerusform>%n в тесте соревнования</numerusform>
        </translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Картинок пока нет</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Импорт &amp;папки…</translation>
    </message>
    <message>
        <source>Import a .&amp;zip…</source>
        <translation>Импорт .&amp;zip…</translation>
    </message>
    <message>
        <source>Sample: invented characters, painted by Nakama</source>
        <translation>Пример: выдуманные персонажи, нарисованные Nakama</translation>
    </message>
    <message>
        <source>Import a folder that has one folder of pictures for each class, or a .zip of it. You can also drop it anywhere on this window, or collect pictures from a server.</source>
        <translation>Импортируйте папку, в которой для каждого класса есть папка с картинками, или её архив .zip. Можно просто бросить её в это окно или собрать картинки с сервера.</translation>
    </message>
    <message>
        <source>&amp;Collect…</source>
        <translation>Со&amp;брать…</translation>
    </message>
</context>
<context>
    <name>nakama::EditText</name>
    <message>
        <source>they were changed since, or are gone from the bin</source>
        <translation>с тех пор изменено или уже не в корзине</translation>
    </message>
    <message>
        <source>they are not set aside</source>
        <translation>не отложено</translation>
    </message>
    <message>
        <source>they are not in the bin</source>
        <translation>не в корзине</translation>
    </message>
    <message>
        <source>they are so already</source>
        <translation>уже так</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n метка</numerusform>
            <numerusform>%n метки</numerusform>
            <numerusform>%n меток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to %1</source>
        <comment>relabelled to a class</comment>
        <translation>
            <numerusform>%n картинка → %1</numerusform>
            <numerusform>%n картинки → %1</numerusform>
            <numerusform>%n картинок → %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) taken off</source>
        <translation>
            <numerusform>%n метка снята</numerusform>
            <numerusform>%n метки сняты</numerusform>
            <numerusform>%n меток снято</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) marked “%1”</source>
        <translation>
            <numerusform>%n картинка отмечена: «%1»</numerusform>
            <numerusform>%n картинки отмечены: «%1»</numerusform>
            <numerusform>%n картинок отмечено: «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) excluded</source>
        <translation>
            <numerusform>%n картинка исключена</numerusform>
            <numerusform>%n картинки исключены</numerusform>
            <numerusform>%n картинок исключено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) set aside</source>
        <translation>
            <numerusform>%n копия отложена</numerusform>
            <numerusform>%n копии отложены</numerusform>
            <numerusform>%n копий отложено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken back</source>
        <translation>
            <numerusform>%n картинка возвращена</numerusform>
            <numerusform>%n картинки возвращены</numerusform>
            <numerusform>%n картинок возвращено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to the bin</source>
        <translation>
            <numerusform>%n картинка — в корзину</numerusform>
            <numerusform>%n картинки — в корзину</numerusform>
            <numerusform>%n картинок — в корзину</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the bin</source>
        <translation>
            <numerusform>%n картинка — из корзины</numerusform>
            <numerusform>%n картинки — из корзины</numerusform>
            <numerusform>%n картинок — из корзины</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to %1</source>
        <comment>a pool</comment>
        <translation>
            <numerusform>%n картинка перенесена в %1</numerusform>
            <numerusform>%n картинки перенесены в %1</numerusform>
            <numerusform>%n картинок перенесено в %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into %1</source>
        <comment>a part of the split</comment>
        <translation>
            <numerusform>%n картинка — в часть «%1»</numerusform>
            <numerusform>%n картинки — в часть «%1»</numerusform>
            <numerusform>%n картинок — в часть «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) out of the split</source>
        <translation>
            <numerusform>%n картинка убрана из разбиения</numerusform>
            <numerusform>%n картинки убраны из разбиения</numerusform>
            <numerusform>%n картинок убрано из разбиения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) stay as they are: %1.</source>
        <translation>
            <numerusform>%n картинка остаётся как есть: %1.</numerusform>
            <numerusform>%n картинки остаются как есть: %1.</numerusform>
            <numerusform>%n картинок остаётся как есть: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>several characters</source>
        <translation>несколько персонажей</translation>
    </message>
    <message>
        <source>none of the classes</source>
        <translation>ни один из классов</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>copy, set aside</source>
        <translation>копия, отложена</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>исключена</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>train</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>the pool</source>
        <translation>пул</translation>
    </message>
    <message>
        <source>the true test</source>
        <translation>тест соревнования</translation>
    </message>
    <message>
        <source>they are out of use</source>
        <translation>они не в работе</translation>
    </message>
    <message>
        <source>they have no label, and only labelled pictures are split</source>
        <translation>у них нет метки, а делятся только размеченные картинки</translation>
    </message>
    <message>
        <source>the true test is never trained on</source>
        <translation>на настоящем тесте никогда не учатся</translation>
    </message>
    <message>
        <source>the true test has a copy of them, and is never trained on</source>
        <translation>их копия есть в настоящем тесте, а на нём никогда не учатся</translation>
    </message>
    <message numerus="yes">
        <source>Split of %n picture(s)</source>
        <comment>parts that changed</comment>
        <translation>
            <numerusform>Разделение %n картинки</numerusform>
            <numerusform>Разделение %n картинок</numerusform>
            <numerusform>Разделение %n картинок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %n picture(s)</source>
        <translation>
            <numerusform>Импорт %n картинки</numerusform>
            <numerusform>Импорт %n картинок</numerusform>
            <numerusform>Импорт %n картинок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::Error</name>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Так сделать нельзя</translation>
    </message>
    <message>
        <source>Something that is needed was not found</source>
        <translation>Не найдено то, что нужно</translation>
    </message>
    <message>
        <source>There is something already</source>
        <translation>Там уже что-то есть</translation>
    </message>
    <message>
        <source>Another step comes first</source>
        <translation>Сначала нужен другой шаг</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Файл повреждён</translation>
    </message>
    <message>
        <source>Nakama does not handle this</source>
        <translation>Nakama с этим не работает</translation>
    </message>
    <message>
        <source>This is larger than what Nakama takes</source>
        <translation>Это больше, чем Nakama принимает</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Не удалось прочитать или записать</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск переполнен</translation>
    </message>
    <message>
        <source>Another program is using it</source>
        <translation>Это занято другой программой</translation>
    </message>
    <message>
        <source>It was made by a newer Nakama</source>
        <translation>Это создано более новой Nakama</translation>
    </message>
    <message>
        <source>The memory is used up</source>
        <translation>Закончилась память</translation>
    </message>
    <message>
        <source>The memory of the graphics card is used up</source>
        <translation>Закончилась память видеокарты</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Something went wrong inside Nakama</source>
        <translation>Внутренняя ошибка Nakama</translation>
    </message>
</context>
<context>
    <name>nakama::EstimateBar</name>
    <message>
        <source>Estimate so far</source>
        <translation>Оценка на сейчас</translation>
    </message>
    <message>
        <source>A run answers the whole true test once, in the background. After each of your strokes its macro-F1 on the pictures with a label is reckoned anew, with a 95 % interval. You stay blind: only this figure is shown, and of no picture what the model says. Do not let it sway you: it moves with each label.</source>
        <translation>Запуск один раз отвечает на весь настоящий тест, в фоне. После каждого вашего ответа его macro-F1 на размеченных картинках считается заново, с 95 % интервалом. Разметка остаётся слепой: видно только это число, а ответы модели по картинкам не показываются. Не поддавайтесь ему: оно меняется с каждой меткой.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Hide the figu&amp;re</source>
        <translation>Скрыть число</translation>
    </message>
    <message>
        <source>Estimate so fa&amp;r…</source>
        <translation>Оценка на сейчас…</translation>
    </message>
    <message>
        <source>Train a run first; then it can be judged by your labels.</source>
        <translation>Сначала обучите модель; тогда её можно оценить по вашим меткам.</translation>
    </message>
    <message>
        <source>How good a run is by the labels so far</source>
        <translation>Насколько хорош запуск по меткам на сейчас</translation>
    </message>
    <message>
        <source>The run is answering the true test…</source>
        <translation>Запуск отвечает на настоящий тест…</translation>
    </message>
    <message>
        <source>The estimate comes with the first label.</source>
        <translation>Оценка появится с первой меткой.</translation>
    </message>
    <message>
        <source>Macro-F1 %1</source>
        <translation>Macro-F1 %1</translation>
    </message>
    <message>
        <source>(95 %: %1 to %2)</source>
        <translation>(95 %: от %1 до %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled picture(s)</source>
        <translation>
            <numerusform>%n размеченная картинка</numerusform>
            <numerusform>%n размеченные картинки</numerusform>
            <numerusform>%n размеченных картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 classes have any</source>
        <translation>есть у %1 из %2 классов</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n не прочитана</numerusform>
            <numerusform>%n не прочитаны</numerusform>
            <numerusform>%n не прочитано</numerusform>
        </translation>
    </message>
    <message>
        <source>No figure yet</source>
        <translation>Числа пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the run does not know their class</source>
        <translation>
            <numerusform>%n не учтена: запуск не знает её класса</numerusform>
            <numerusform>%n не учтены: запуск не знает их класса</numerusform>
            <numerusform>%n не учтено: запуск не знает их класса</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EvaluateTab</name>
    <message>
        <source>Go to training</source>
        <translation>К обучению</translation>
    </message>
    <message>
        <source>No trained run yet</source>
        <translation>Ещё ничего не обучено</translation>
    </message>
    <message>
        <source>Nothing to evaluate</source>
        <translation>Оценивать нечего</translation>
    </message>
    <message>
        <source>Train a model first. Its figures, its confusion matrix and its mistakes are shown here.</source>
        <translation>Сначала обучите модель. Здесь появятся её показатели, матрица ошибок и сами ошибки.</translation>
    </message>
    <message>
        <source>Open or create a workspace first.</source>
        <translation>Сначала откройте или создайте проект.</translation>
    </message>
    <message>
        <source>This run has no finished epoch to evaluate.</source>
        <translation>В этом обучении нет законченной эпохи, оценивать нечего.</translation>
    </message>
    <message>
        <source>LibTorch is still being loaded…</source>
        <translation>LibTorch ещё загружается…</translation>
    </message>
    <message>
        <source>It is being evaluated…</source>
        <translation>Идёт оценка…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Ожидание…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pictures done, in all</comment>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>nakama::EvaluationBar</name>
    <message>
        <source>macro-F1 %1 on val</source>
        <translation>макро-F1 %1 на проверке</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Экспорт</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Set of pictures</source>
        <translation>Набор картинок</translation>
    </message>
    <message>
        <source>Tables and pictures for your own use</source>
        <translation>Таблицы и картинки для ваших целей</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>О&amp;бучение</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Набор</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>set, pictures</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>О&amp;ценить</translation>
    </message>
    <message>
        <source>E&amp;valuate again</source>
        <translation>О&amp;ценить снова</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Стоп</translation>
    </message>
    <message>
        <source>Asks the best epoch of the run about each picture of the set</source>
        <translation>Спрашивает лучшую эпоху о каждой картинке набора</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Обучающая часть</translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation>Проверочная часть</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>True test set</source>
        <translation>Тест соревнования</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>С&amp;равнить…</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>О&amp;тчёт</translation>
    </message>
    <message>
        <source>This run with others, on the same pictures</source>
        <translation>Это обучение с другими, на тех же картинках</translation>
    </message>
    <message>
        <source>A page with all figures, to be kept or given away</source>
        <translation>Страница со всеми показателями: сохранить или передать другим</translation>
    </message>
    <message>
        <source>Views of each picture</source>
        <translation>Видов каждой картинки</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Один вид</translation>
    </message>
    <message>
        <source>Mirror too</source>
        <translation>И зеркально</translation>
    </message>
    <message>
        <source>Three crops</source>
        <translation>Три вырезки</translation>
    </message>
    <message>
        <source>Mirror and crops</source>
        <translation>Зеркало и вырезки</translation>
    </message>
    <message>
        <source>Test-time augmentation: the answers to several views of each picture are averaged, and kept as a run of its own</source>
        <translation>Аугментация при проверке: ответы на несколько видов каждой картинки усредняются и хранятся как отдельный запуск</translation>
    </message>
    <message>
        <source>This run answers with others, in their way</source>
        <translation>Этот запуск отвечает через другие, по-ихнему</translation>
    </message>
</context>
<context>
    <name>nakama::EvaluationNotice</name>
    <message>
        <source>The pictures were split again after this run was trained: some of this set may have been trained on, and the figures may be too good.</source>
        <translation>Картинки разбили заново после обучения: часть этого набора могла быть в обучении, и цифры могут быть завышены.</translation>
    </message>
    <message>
        <source>The model was trained on these pictures: the figures say how well it remembers, not how good it is.</source>
        <translation>На этих картинках модель обучалась: цифры говорят, как она их помнит, а не насколько она хороша.</translation>
    </message>
    <message>
        <source>The best epoch was chosen on these pictures: the figures are a little too good.</source>
        <translation>По этим картинкам выбрана лучшая эпоха: цифры немного завышены.</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Оценить снова</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were changed since this evaluation: the figures are of before.</source>
        <translation>
            <numerusform>После этой оценки изменена %n картинка: показатели прежние.</numerusform>
            <numerusform>После этой оценки изменены %n картинки: показатели прежние.</numerusform>
            <numerusform>После этой оценки изменено %n картинок: показатели прежние.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::EvaluationView</name>
    <message>
        <source>Evaluate</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Its best epoch is asked about each picture of the set, and the answers are kept with the run.</source>
        <translation>Лучшую эпоху спросят о каждой картинке набора; ответы хранятся вместе с обучением.</translation>
    </message>
    <message>
        <source>Not evaluated on the training set yet</source>
        <translation>На обучающей части ещё не оценено</translation>
    </message>
    <message>
        <source>Not evaluated on the validation set yet</source>
        <translation>На проверочной части ещё не оценено</translation>
    </message>
    <message>
        <source>Not evaluated on the test set yet</source>
        <translation>На тесте ещё не оценено</translation>
    </message>
    <message>
        <source>Not evaluated on the true test set yet</source>
        <translation>На тесте соревнования ещё не оценено</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Калибровка</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
</context>
<context>
    <name>nakama::ExportMenu</name>
    <message>
        <source>Cop&amp;y the figures as Markdown</source>
        <translation>Копировать &amp;показатели в Markdown</translation>
    </message>
    <message>
        <source>Copy the figures as La&amp;TeX</source>
        <translation>Копировать показатели &amp;в LaTeX</translation>
    </message>
    <message>
        <source>Copy the classes as Mar&amp;kdown</source>
        <translation>Скопировать классы как Markdown</translation>
    </message>
    <message>
        <source>Copy the classes as LaTe&amp;X</source>
        <translation>Скопировать классы как LaTeX</translation>
    </message>
    <message>
        <source>&amp;Classes (PNG, SVG, CSV)…</source>
        <translation>Классы (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>Confusion &amp;matrix (PNG, SVG, CSV)…</source>
        <translation>Матрица ошибок (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>P&amp;recision and recall (PNG, SVG, CSV)…</source>
        <translation>Точность и полнота (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>C&amp;alibration (PNG, SVG, CSV)…</source>
        <translation>Калибровка (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>Ma&amp;p (PNG, SVG, CSV)…</source>
        <translation>Карта (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>&amp;Learning curves (PNG, SVG, CSV)…</source>
        <translation>Кривые обучения (PNG, SVG, CSV)…</translation>
    </message>
    <message>
        <source>L&amp;ist of the pictures (CSV)…</source>
        <translation>Список картинок (CSV)…</translation>
    </message>
    <message>
        <source>Pictures in si&amp;ght (PNG)…</source>
        <translation>Видимые картинки (PNG)…</translation>
    </message>
</context>
<context>
    <name>nakama::ExportableTable</name>
    <message>
        <source>Copies the table as Markdown</source>
        <translation>Копирует таблицу как Markdown</translation>
    </message>
    <message>
        <source>Copies the table as LaTeX</source>
        <translation>Копирует таблицу как LaTeX</translation>
    </message>
    <message>
        <source>Saves the table as CSV, with all digits</source>
        <translation>Сохраняет таблицу в CSV, со всеми цифрами</translation>
    </message>
</context>
<context>
    <name>nakama::FailuresPanel</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>T&amp;ry all again</source>
        <translation>Повторить вс&amp;ё</translation>
    </message>
    <message>
        <source>Pictures that could not be had</source>
        <translation>Картинки, которые не удалось получить</translation>
    </message>
    <message>
        <source>Asks for the chosen ones once more</source>
        <translation>Ещё раз запрашивает выбранные</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be had</source>
        <translation>
            <numerusform>%n не удалось получить</numerusform>
            <numerusform>%n не удалось получить</numerusform>
            <numerusform>%n не удалось получить</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::FilterBar</name>
    <message>
        <source>Search names and tags</source>
        <translation>Поиск по именам и тегам</translation>
    </message>
    <message>
        <source>Fil&amp;ter</source>
        <translation>&amp;Фильтр</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>По классу</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Сначала большие</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Сначала маленькие</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>По источнику</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>Порядок картинок</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Класс</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Метка</translation>
    </message>
    <message>
        <source>With a label</source>
        <translation>С меткой</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Labelled by hand</source>
        <translation>Метка поставлена вручную</translation>
    </message>
    <message>
        <source>Marked “%1”</source>
        <translation>Отметка «%1»</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Источник</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Разбиение</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Не разбито</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>a pool</comment>
        <translation>Где: %1</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Ра&amp;змер</translation>
    </message>
    <message>
        <source>&amp;Rating</source>
        <translation>Рей&amp;тинг</translation>
    </message>
    <message>
        <source>C&amp;opies</source>
        <translation>К&amp;опии</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Состояние</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Убрать этот фильтр</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Убрать фильтр «%1»</translation>
    </message>
</context>
<context>
    <name>nakama::FilterText</name>
    <message>
        <source>With a label</source>
        <translation>С меткой</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>Labelled by hand</source>
        <translation>Метка поставлена вручную</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Not in the bin</source>
        <translation>Не в корзине</translation>
    </message>
    <message>
        <source>Excluded or set aside</source>
        <translation>Исключена или отложена</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>С отметкой</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>In a group of copies</source>
        <translation>В группе копий</translation>
    </message>
    <message>
        <source>Best of its copies</source>
        <translation>Лучшая из копий</translation>
    </message>
    <message>
        <source>Copy of another</source>
        <translation>Копия другой</translation>
    </message>
    <message>
        <source>Without copies</source>
        <translation>Без копий</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общий</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Деликатный</translation>
    </message>
    <message>
        <source>Questionable</source>
        <translation>Сомнительный</translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation>Откровенный</translation>
    </message>
    <message>
        <source>Marked “%1”</source>
        <translation>Отметка «%1»</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>a pool</comment>
        <translation>Где: %1</translation>
    </message>
    <message>
        <source>Part: %1</source>
        <translation>Часть: %1</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Не разбито</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Источник: %1</translation>
    </message>
    <message>
        <source>Rating: %1</source>
        <translation>Рейтинг: %1</translation>
    </message>
    <message>
        <source>Shorter side from %1 px</source>
        <translation>Короткая сторона от %1 пикс.</translation>
    </message>
    <message>
        <source>Shorter side to %1 px</source>
        <translation>Короткая сторона до %1 пикс.</translation>
    </message>
    <message>
        <source>Shorter side %1 to %2 px</source>
        <translation>Короткая сторона от %1 до %2 px</translation>
    </message>
</context>
<context>
    <name>nakama::HealthDialog</name>
    <message>
        <source>Health of the pictures</source>
        <translation>Здоровье картинок</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Находка</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>S&amp;how the pictures</source>
        <translation>Показать картинки</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Картинки просматриваются…</translation>
    </message>
    <message>
        <source>Reading every file, to find damaged ones…</source>
        <translation>Каждый файл читается, чтобы найти повреждённые…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is wrong with the %n picture(s).</source>
        <translation>
            <numerusform>С %n картинкой всё в порядке.</numerusform>
            <numerusform>С %n картинками всё в порядке.</numerusform>
            <numerusform>С %n картинками всё в порядке.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked at. Enter shows those of a finding.</source>
        <translation>
            <numerusform>Просмотрена %n картинка. Enter показывает картинки находки.</numerusform>
            <numerusform>Просмотрены %n картинки. Enter показывает картинки находки.</numerusform>
            <numerusform>Просмотрено %n картинок. Enter показывает картинки находки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were not searched for copies yet: “Copies…” does that.</source>
        <translation>
            <numerusform>Для %n из них копии ещё не искались: это делает «Копии…».</numerusform>
            <numerusform>Для %n из них копии ещё не искались: это делает «Копии…».</numerusform>
            <numerusform>Для %n из них копии ещё не искались: это делает «Копии…».</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>Нет файлов</translation>
    </message>
    <message>
        <source>Damaged files</source>
        <translation>Повреждённые файлы</translation>
    </message>
    <message>
        <source>Learned from, and in the true test</source>
        <translation>И в обучении, и в настоящем тесте</translation>
    </message>
    <message>
        <source>Copies in several parts</source>
        <translation>Копии в нескольких частях</translation>
    </message>
    <message>
        <source>Tags name another class</source>
        <translation>Теги называют другой класс</translation>
    </message>
    <message>
        <source>Annotators disagree</source>
        <translation>Разметчики не согласны</translation>
    </message>
    <message>
        <source>Copies in use</source>
        <translation>Копии в работе</translation>
    </message>
    <message>
        <source>Marked, with a label</source>
        <translation>Помечены, но с меткой</translation>
    </message>
    <message>
        <source>Tiny pictures</source>
        <translation>Крошечные картинки</translation>
    </message>
    <message>
        <source>Very long pictures</source>
        <translation>Очень вытянутые картинки</translation>
    </message>
    <message>
        <source>The file is gone: import the picture again, or put it into the bin.</source>
        <translation>Файл пропал: импортируйте картинку снова или удалите её в корзину.</translation>
    </message>
    <message>
        <source>The file is not the one that was imported: bring it back from a backup, or import it again.</source>
        <translation>Файл не тот, что был импортирован: верните его из резервной копии или импортируйте снова.</translation>
    </message>
    <message>
        <source>The true test has a copy of them: split again, which leaves them out.</source>
        <translation>В настоящем тесте есть их копия: разделите снова, они будут исключены.</translation>
    </message>
    <message>
        <source>The test shows what was learned from: split again, which keeps copies together.</source>
        <translation>Тест показывает то, на чём училась модель: разделите снова, копии останутся вместе.</translation>
    </message>
    <message>
        <source>The post&apos;s tags disagree with the label: look, and label them again.</source>
        <translation>Теги поста не согласны с меткой: посмотрите и разметьте снова.</translation>
    </message>
    <message>
        <source>Nobody has settled it: the Label page lists the conflicts.</source>
        <translation>Никто не решил спор: конфликты есть на странице «Метки».</translation>
    </message>
    <message>
        <source>They count more than once: “Copies…” sets them aside.</source>
        <translation>Они считаются не один раз: «Копии…» откладывает их.</translation>
    </message>
    <message>
        <source>The mark takes them out of use: take the mark or the label off.</source>
        <translation>Пометка выводит их из работы: снимите пометку или метку.</translation>
    </message>
    <message>
        <source>The shorter side is below %1 px, a blur to a model: exclude them, or find larger ones.</source>
        <translation>Короткая сторона меньше %1 px, для модели это пятно: исключите их или найдите крупнее.</translation>
    </message>
    <message>
        <source>Longer than %1 to 1, so most of the square that a model sees is empty or cut off: crop or exclude them.</source>
        <translation>Длиннее чем %1 к 1: большая часть квадрата, который видит модель, пуста или отрезана; обрежьте или исключите их.</translation>
    </message>
</context>
<context>
    <name>nakama::ImageGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
</context>
<context>
    <name>nakama::ImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>files and folders that are imported</comment>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>Импорт картинок</translation>
    </message>
    <message>
        <source>To train with: the folders are the classes</source>
        <translation>Для обучения: папки – это классы</translation>
    </message>
    <message>
        <source>To train with, without labels yet</source>
        <translation>Для обучения, пока без меток</translation>
    </message>
    <message>
        <source>Test set of a competition: kept apart, never trained on</source>
        <translation>Тест соревнования: отдельно, никогда не в обучении</translation>
    </message>
    <message>
        <source>Where the pictures come from; kept with each of them</source>
        <translation>Откуда картинки; хранится вместе с каждой</translation>
    </message>
    <message>
        <source>&amp;Use:</source>
        <translation>&amp;Назначение:</translation>
    </message>
    <message>
        <source>&amp;Source:</source>
        <translation>&amp;Источник:</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Folders that were found</source>
        <translation>Найденные папки</translation>
    </message>
    <message>
        <source>&amp;Add all unknown as classes</source>
        <translation>&amp;Добавить все как классы</translation>
    </message>
    <message>
        <source>S&amp;kip all unknown</source>
        <translation>&amp;Пропустить все</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Смотрим, что там есть…</translation>
    </message>
    <message>
        <source>There are no files to import here.</source>
        <translation>Импортировать здесь нечего.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found.</source>
        <translation>
            <numerusform>Найден %n файл.</numerusform>
            <numerusform>Найдено %n файла.</numerusform>
            <numerusform>Найдено %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them is in a class folder, so they come without a label.</source>
        <translation>Ни один не лежит в папке класса, поэтому метки у них не будет.</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) match no class of this workspace: decide what they become.</source>
        <translation>
            <numerusform>%n папка не похожа ни на один класс проекта: решите, чем она станет.</numerusform>
            <numerusform>%n папки не похожи ни на один класс проекта: решите, чем они станут.</numerusform>
            <numerusform>%n папок не похожи ни на один класс проекта: решите, чем они станут.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportFlow</name>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Folder of class folders</source>
        <translation>Папка с папками классов</translation>
    </message>
    <message>
        <source>Archives of pictures</source>
        <translation>Архивы картинок</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Архивы zip (*.zip)</translation>
    </message>
    <message>
        <source>Import stopped; what was imported stays.</source>
        <translation>Импорт остановлен; что импортировано, то осталось.</translation>
    </message>
</context>
<context>
    <name>nakama::ImportLabelsDialog</name>
    <message>
        <source>They are the &amp;answers of %1</source>
        <translation>Это ответы разметчика %1</translation>
    </message>
    <message>
        <source>They &amp;settle the pictures, whatever annotators say</source>
        <translation>Они решают спор, что бы ни говорили разметчики</translation>
    </message>
    <message>
        <source>&amp;Take nothing where one row is bad</source>
        <translation>Не брать ничего, если хоть одна строка плоха</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Импорт меток</translation>
    </message>
    <message>
        <source>%1: the columns id and label, and perhaps mark (several, none, unsure). The id is the original file name without its ending. Rows are not taken back by Ctrl+Z.</source>
        <translation>%1: столбцы id и label, возможно mark (several, none, unsure). id — исходное имя файла без расширения. Ctrl+Z строки не отменяет.</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Отклонённые строки</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Почему отклонена</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>Таблица читается…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) are bad.</source>
        <translation>
            <numerusform>Ничего не импортировано: %n строка плоха.</numerusform>
            <numerusform>Ничего не импортировано: %n строки плохи.</numerusform>
            <numerusform>Ничего не импортировано: %n строк плохи.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read.</source>
        <translation>
            <numerusform>Прочитана %n строка.</numerusform>
            <numerusform>Прочитаны %n строки.</numerusform>
            <numerusform>Прочитано %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have another label or mark now.</source>
        <translation>
            <numerusform>У %n картинки теперь другая метка или пометка.</numerusform>
            <numerusform>У %n картинок теперь другая метка или пометка.</numerusform>
            <numerusform>У %n картинок теперь другая метка или пометка.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>Отклонена %n строка.</numerusform>
            <numerusform>Отклонены %n строки.</numerusform>
            <numerusform>Отклонено %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::ImportPlanModel</name>
    <message>
        <source>Skip these pictures</source>
        <translation>Пропустить эти картинки</translation>
    </message>
    <message>
        <source>Add class “%1”</source>
        <translation>Добавить класс «%1»</translation>
    </message>
    <message>
        <source>Import without a label</source>
        <translation>Импортировать без метки</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Single pictures</source>
        <translation>Отдельные картинки</translation>
    </message>
</context>
<context>
    <name>nakama::ImportReportDialog</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>Почему пропущен</translation>
    </message>
    <message>
        <source>Files that were left out</source>
        <translation>Пропущенные файлы</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>&amp;Копировать список</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>Импортирована %n картинка</numerusform>
            <numerusform>Импортировано %n картинки</numerusform>
            <numerusform>Импортировано %n картинок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n уже была</numerusform>
            <numerusform>%n уже были</numerusform>
            <numerusform>%n уже были</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n пропущена</numerusform>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::InputCostLabel</name>
    <message>
        <source>%1 pictures take %2 in memory.</source>
        <translation>Картинок: %1, в памяти они займут %2.</translation>
    </message>
    <message>
        <source>%1 are still to be shrunk, about %2 on the disk (%3 free).</source>
        <translation>Ещё не уменьшены: %1, на диске займут около %2 (свободно %3).</translation>
    </message>
    <message>
        <source>Shrunk, they take %1 on the disk.</source>
        <translation>Уменьшенные занимают на диске %1.</translation>
    </message>
</context>
<context>
    <name>nakama::JobListModel</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Ошибка: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Ждёт своей очереди</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Работает…</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>stage, done, total</comment>
        <translation>%1, %2 из %3</translation>
    </message>
</context>
<context>
    <name>nakama::JobPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation>Ничего не выполняется.</translation>
    </message>
</context>
<context>
    <name>nakama::JobRow</name>
    <message>
        <source>Stop this job</source>
        <translation>Остановить задачу</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Остановить: %1</translation>
    </message>
</context>
<context>
    <name>nakama::JobSummary</name>
    <message>
        <source>Show or hide the list of jobs (Ctrl+J)</source>
        <translation>Показать или скрыть список задач (Ctrl+J)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задачи</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n задача</numerusform>
            <numerusform>%n задачи</numerusform>
            <numerusform>%n задач</numerusform>
        </translation>
    </message>
    <message>
        <source>Job list, nothing is running</source>
        <translation>Список задач, ничего не выполняется</translation>
    </message>
    <message numerus="yes">
        <source>Job list, %n running</source>
        <translation>
            <numerusform>Список задач, выполняется %n</numerusform>
            <numerusform>Список задач, выполняется %n</numerusform>
            <numerusform>Список задач, выполняется %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::KeysDialog</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>A class has one key, or two pressed one after the other; one without keys is found by the letters of its name. For the rest press the key in its field: Space, Backspace, Ins, Del, F1 to F12, or a letter, digit or sign. All are kept in the workspace.</source>
        <translation>У класса одна клавиша или две, нажатые одна за другой; класс без клавиш находится по буквам имени. Для остального нажмите клавишу в её поле: пробел, Backspace, Ins, Del, F1–F12, буква, цифра или знак. Всё хранится в рабочей папке.</translation>
    </message>
</context>
<context>
    <name>nakama::LabelSide</name>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>%1: a note on this picture</source>
        <translation>%1: заметка к этой картинке</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Набрано: %1</translation>
    </message>
</context>
<context>
    <name>nakama::LabelTab</name>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Клавиши…</translation>
    </message>
    <message>
        <source>A&amp;greement…</source>
        <translation>Со&amp;гласие…</translation>
    </message>
    <message>
        <source>&amp;Begin…</source>
        <translation>&amp;Начать…</translation>
    </message>
    <message>
        <source>The true test</source>
        <translation>Тест соревнования</translation>
    </message>
    <message>
        <source>Unlabelled pictures of the pool</source>
        <translation>Картинки пула без метки</translation>
    </message>
    <message>
        <source>Second pass</source>
        <translation>Второй проход</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Разногласия</translation>
    </message>
    <message>
        <source>How far this set is answered</source>
        <translation>Сколько в этом наборе уже отвечено</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Разметчик</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>Кар&amp;тинки</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 из %n</numerusform>
            <numerusform>%1 из %n</numerusform>
            <numerusform>%1 из %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for later</source>
        <translation>
            <numerusform>%n на потом</numerusform>
            <numerusform>%n на потом</numerusform>
            <numerusform>%n на потом</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Кто-то другой…</translation>
    </message>
    <message>
        <source>Who labels?</source>
        <translation>Кто размечает?</translation>
    </message>
    <message>
        <source>Each annotator has answers and an order of pictures of his own, so that it can be seen how far people agree. The name is asked once.</source>
        <translation>У каждого разметчика свои ответы и свой порядок картинок, чтобы было видно, насколько люди согласны. Имя спрашивается один раз.</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Картинок пока нет</translation>
    </message>
    <message>
        <source>The pool is empty. Import pictures to label them.</source>
        <translation>Пул пуст. Импортируйте картинки, чтобы их разметить.</translation>
    </message>
    <message>
        <source>The true test is empty. Import its pictures into the true test to label them.</source>
        <translation>Тест соревнования пуст. Импортируйте картинки в тест соревнования, чтобы их разметить.</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Импорт папки…</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Разногласий нет</translation>
    </message>
    <message>
        <source>No two annotators differ on a picture, or most of them agree.</source>
        <translation>Нет картинок, на которых разметчики разошлись бы, или большинство согласно.</translation>
    </message>
    <message>
        <source>Nothing to be seen again</source>
        <translation>Повторять пока нечего</translation>
    </message>
    <message>
        <source>Answer pictures of the true test first; about a tenth of them comes here.</source>
        <translation>Сначала ответьте на картинки теста соревнования; сюда попадёт около десятой их части.</translation>
    </message>
    <message>
        <source>Nothing to label</source>
        <translation>Размечать нечего</translation>
    </message>
    <message>
        <source>Every picture of the pool has a label.</source>
        <translation>У каждой картинки пула есть метка.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Your name, as the others see it:</source>
        <translation>Ваше имя, как его видят другие:</translation>
    </message>
</context>
<context>
    <name>nakama::LabelTables</name>
    <message>
        <source>I&amp;mport labels…</source>
        <translation>Импорт меток…</translation>
    </message>
    <message>
        <source>From a CSV with the columns id and label, as Kaggle&apos;s tables have them</source>
        <translation>Из CSV со столбцами id и label, как в таблицах Kaggle</translation>
    </message>
    <message>
        <source>E&amp;xport labels…</source>
        <translation>Экспорт меток…</translation>
    </message>
    <message>
        <source>As a CSV with the columns id, label and mark</source>
        <translation>В CSV со столбцами id, label и mark</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Импорт меток</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Экспорт меток</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) were written to %1.</source>
        <translation>
            <numerusform>%n метка записана в %1.</numerusform>
            <numerusform>%n метки записаны в %1.</numerusform>
            <numerusform>%n меток записано в %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::LabelText</name>
    <message>
        <source>Several characters</source>
        <translation>Несколько персонажей</translation>
    </message>
    <message>
        <source>None of these classes</source>
        <translation>Ни один из этих классов</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Неясно</translation>
    </message>
    <message>
        <source>For later</source>
        <translation>На потом</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>Кто это?</translation>
    </message>
    <message>
        <source>later</source>
        <translation>позже</translation>
    </message>
    <message>
        <source>none of these classes</source>
        <translation>ни один из классов</translation>
    </message>
    <message>
        <source>several characters</source>
        <translation>несколько персонажей</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>the picture before</source>
        <translation>предыдущая картинка</translation>
    </message>
    <message>
        <source>the first suggestion</source>
        <translation>первая подсказка</translation>
    </message>
    <message>
        <source>Enter  the next</source>
        <translation>Enter  дальше</translation>
    </message>
    <message>
        <source>Ctrl+Z  take back    Ctrl+Shift+Z  redo</source>
        <translation>Ctrl+Z  отменить    Ctrl+Shift+Z  вернуть</translation>
    </message>
    <message>
        <source>Page Up, Down  zoom    Arrows  move</source>
        <translation>Page Up, Down  масштаб    Стрелки  двигать</translation>
    </message>
    <message>
        <source>Home  fit    End  pixel by pixel</source>
        <translation>Home  целиком    End  пиксель в пиксель</translation>
    </message>
    <message>
        <source>Letters  find a class by name, Enter takes it</source>
        <translation>Буквы  найти класс по имени, Enter берёт его</translation>
    </message>
    <message>
        <source>Here annotators differ and no answer has a majority. Your answer settles it.</source>
        <translation>Здесь разметчики разошлись, и ни у одного ответа нет большинства. Ваш ответ станет решающим.</translation>
    </message>
    <message>
        <source>About a tenth of the pictures that you have answered, once more: it shows how far you agree with yourself, and labels nothing.</source>
        <translation>Около десятой части картинок, на которые вы ответили, ещё раз: видно, насколько вы согласны с собой; метки не ставятся.</translation>
    </message>
    <message>
        <source>Pictures of the pool without a label. The only answer is the label; of several, what all or more than half say, or what is settled.</source>
        <translation>Картинки пула без метки. Единственный ответ становится меткой; из нескольких – тот, который дали все или больше половины, или решающий.</translation>
    </message>
    <message>
        <source>Blind: no model&apos;s answer is shown, and the order is your own. The only answer is the label; of several, what all or more than half say, or what is settled. Nothing of the true test is ever trained on.</source>
        <translation>Вслепую: ответы моделей не показываются, и порядок у каждого свой. Единственный ответ становится меткой; из нескольких – тот, который дали все или больше половины, или решающий. На тесте соревнования никогда ничего не обучается.</translation>
    </message>
</context>
<context>
    <name>nakama::LabelView</name>
    <message>
        <source>Picture to be labelled</source>
        <translation>Картинка для разметки</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>На всё отвечено</translation>
    </message>
    <message>
        <source>%1 goes back through the pictures, Ctrl+Z takes answers back.</source>
        <translation>%1 идёт назад по картинкам, Ctrl+Z отменяет ответы.</translation>
    </message>
</context>
<context>
    <name>nakama::LearningForm</name>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD с инерцией</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Постоянная</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>По косинусу</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Один цикл</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Ступенями</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> эпох</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любой</translation>
    </message>
    <message>
        <source>Adam is the recipe; AdamW keeps large weights small; SGD is slow and steady</source>
        <translation>Adam — как в рецепте; AdamW не даёт весам расти; SGD медленный и ровный</translation>
    </message>
    <message>
        <source>How much weights shrink; against learning by heart. AdamW and SGD only</source>
        <translation>Насколько убывают веса; против заучивания. Только для AdamW и SGD</translation>
    </message>
    <message>
        <source>How long SGD keeps its direction</source>
        <translation>Как долго SGD держит направление</translation>
    </message>
    <message>
        <source>How the learning rate goes over the epochs; a cosine ends gently at zero</source>
        <translation>Как темп обучения меняется по эпохам; косинус плавно сходит к нулю</translation>
    </message>
    <message>
        <source>Epochs over which the rate rises at first, so that large models start calmly</source>
        <translation>Эпохи, за которые темп сначала растёт, чтобы большие модели начинали спокойно</translation>
    </message>
    <message>
        <source>This share of each label goes to all classes: less sure, often better</source>
        <translation>Эта доля каждой метки делится на все классы: меньше уверенности, часто лучше результат</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this, so that one odd batch does no harm</source>
        <translation>Более длинный градиент укорачивается до этого, чтобы один странный пакет не навредил</translation>
    </message>
    <message>
        <source>So many batches make one step: a larger batch than fits in memory</source>
        <translation>Столько пакетов составляют один шаг: как пакет, который не вместился бы в память</translation>
    </message>
    <message>
        <source>With published weights: first the new head alone, then the whole net</source>
        <translation>С опубликованными весами: сначала только новая голова, потом вся сеть</translation>
    </message>
    <message>
        <source>Each layer learns at this part of the rate of the next one towards the head</source>
        <translation>Каждый слой учится с этой долей темпа следующего слоя ближе к голове</translation>
    </message>
    <message>
        <source>Ends the training after so many epochs without a better macro-F1</source>
        <translation>Заканчивает обучение, когда столько эпох подряд macro-F1 не становится лучше</translation>
    </message>
    <message>
        <source>Optimiser:</source>
        <translation>Оптимизатор:</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>Убывание весов:</translation>
    </message>
    <message>
        <source>Momentum:</source>
        <translation>Инерция:</translation>
    </message>
    <message>
        <source>Schedu&amp;le:</source>
        <translation>График темпа:</translation>
    </message>
    <message>
        <source>Warm-up:</source>
        <translation>Разогрев:</translation>
    </message>
    <message>
        <source>Head first:</source>
        <translation>Сначала голова:</translation>
    </message>
    <message>
        <source>Rate a layer:</source>
        <translation>Темп слоя:</translation>
    </message>
    <message>
        <source>Label smoothing:</source>
        <translation>Сглаживание меток:</translation>
    </message>
    <message>
        <source>Lo&amp;ngest gradient:</source>
        <translation>Д&amp;лина градиента:</translation>
    </message>
    <message>
        <source>Batches a step:</source>
        <translation>Пакетов на шаг:</translation>
    </message>
    <message>
        <source>Stop early:</source>
        <translation>Досрочный конец:</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>1 draws every class equally often in an epoch, 0 every picture once; class weights make up for the rest</source>
        <translation>1 – за эпоху все классы встречаются одинаково часто, 0 – каждая картинка один раз; остальное возмещают веса классов</translation>
    </message>
    <message>
        <source>Judges and keeps a running mean of the weights, which is calmer than the weights themselves: 0.999 for long trainings</source>
        <translation>Оценивается и сохраняется скользящее среднее весов, оно спокойнее самих весов: 0,999 для долгих обучений</translation>
    </message>
    <message>
        <source>Balance classes:</source>
        <translation>Баланс классов:</translation>
    </message>
    <message>
        <source>Mean of weights:</source>
        <translation>Среднее весов:</translation>
    </message>
    <message>
        <source>Weigh rare classes more</source>
        <translation>Редкие классы весят больше</translation>
    </message>
    <message>
        <source>A mistake on a class with few pictures costs more, as the recipe says, so that none is neglected</source>
        <translation>Ошибка на классе с немногими картинками стоит дороже, как в рецепте, чтобы ни один не был забыт</translation>
    </message>
</context>
<context>
    <name>nakama::LineChart</name>
    <message>
        <source>Chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Данных пока нет</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>С&amp;глаживание</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Нет</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Слабое</translation>
    </message>
    <message>
        <source>&amp;Strong</source>
        <translation>С&amp;ильное</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Копировать картинку</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>Со&amp;хранить картинку…</translation>
    </message>
</context>
<context>
    <name>nakama::LiveEstimate</name>
    <message>
        <source>Estimate so far</source>
        <translation>Оценка на сейчас</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
</context>
<context>
    <name>nakama::MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Задачи</translation>
    </message>
    <message>
        <source>Nakama</source>
        <translation>Nakama</translation>
    </message>
    <message>
        <source>%1 (sample) – Nakama</source>
        <translation>%1 (пример) – Nakama</translation>
    </message>
    <message>
        <source>%1 – Nakama</source>
        <translation>%1 – Nakama</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Загружается движок…</translation>
    </message>
    <message>
        <source>Without an engine nothing can be trained</source>
        <translation>Без движка обучать нельзя</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Ещё раз</translation>
    </message>
    <message>
        <source>About Nakama</source>
        <translation>О программе Nakama</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Nakama %1&lt;/h3&gt;&lt;p&gt;Make a classifier of drawn characters: from a folder of pictures to a trained and honestly judged model.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Nakama %1&lt;/h3&gt;&lt;p&gt;Классификатор рисованных персонажей своими руками: от папки с картинками до обученной и честно оценённой модели.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.
Qt %1 · %2</source>
        <translation>Свободная программа по лицензии GNU GPL версии 3 или новее.
Qt %1 · %2</translation>
    </message>
    <message>
        <source>no engine loaded</source>
        <translation>движок не загружен</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Stopping what runs, then Nakama closes…</source>
        <translation>Задачи останавливаются, затем Nakama закроется…</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>брошенная картинка</translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation>&amp;К началу</translation>
    </message>
</context>
<context>
    <name>nakama::MapLegend</name>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
</context>
<context>
    <name>nakama::MapMaker</name>
    <message>
        <source>There are no pictures to lay out yet.</source>
        <translation>Картинок для карты пока нет.</translation>
    </message>
    <message>
        <source>The map lays out the pictures by what the model sees in them. It takes a moment: press the button above.</source>
        <translation>Карта раскладывает картинки по тому, что видит в них модель. Это займёт немного времени: нажмите кнопку выше.</translation>
    </message>
    <message>
        <source>Map of the pictures</source>
        <translation>Карта картинок</translation>
    </message>
    <message>
        <source>The map is being made…</source>
        <translation>Карта строится…</translation>
    </message>
</context>
<context>
    <name>nakama::MapPanel</name>
    <message>
        <source>Ma&amp;ke the map</source>
        <translation>&amp;Построить карту</translation>
    </message>
    <message>
        <source>Mistakes in orange</source>
        <translation>Ошибки оранжевым</translation>
    </message>
    <message>
        <source>Colour by true class</source>
        <translation>Цвет по настоящему классу</translation>
    </message>
    <message>
        <source>Colour by predicted class</source>
        <translation>Цвет по ответу модели</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Что значат цвета</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>%1
True %2, predicted %3</source>
        <comment>name of a picture, classes</comment>
        <translation>%1
На самом деле %2, ответ %3</translation>
    </message>
    <message>
        <source>Draw a loop around pictures to see them; arrow keys, Space and Enter do it too</source>
        <translation>Обведите картинки, чтобы увидеть их; стрелки, пробел и Enter тоже годятся</translation>
    </message>
    <message>
        <source>Keeps near what is near; distances far apart say nothing</source>
        <translation>Сохраняет близкое близким; большие расстояния ничего не значат</translation>
    </message>
    <message>
        <source>The two directions in which the pictures differ most; quick, and distances count</source>
        <translation>Два направления, в которых картинки различаются сильнее всего; быстро, и расстояния значимы</translation>
    </message>
    <message>
        <source>How the map is laid out</source>
        <translation>Как построена карта</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>Верные ответы</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Ошибки</translation>
    </message>
</context>
<context>
    <name>nakama::MatrixPanel</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Число картинок</translation>
    </message>
    <message>
        <source>% of true</source>
        <translation>% класса</translation>
    </message>
    <message>
        <source>Share of the pictures of the true class: recall on the diagonal</source>
        <translation>Доля картинок настоящего класса: на диагонали полнота</translation>
    </message>
    <message>
        <source>% of predicted</source>
        <translation>% ответов</translation>
    </message>
    <message>
        <source>Share of the pictures given the predicted class: precision on the diagonal</source>
        <translation>Доля картинок с этим ответом: на диагонали точность</translation>
    </message>
    <message>
        <source>By similarity</source>
        <translation>По сходству</translation>
    </message>
    <message>
        <source>Classes that are taken for each other stand side by side</source>
        <translation>Классы, которые путают друг с другом, стоят рядом</translation>
    </message>
    <message>
        <source>Confusion matrix of the chosen pictures</source>
        <translation>Матрица ошибок выбранных картинок</translation>
    </message>
</context>
<context>
    <name>nakama::MeasureChart</name>
    <message>
        <source>%1 over the epochs</source>
        <translation>%1 по эпохам</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Эпоха</translation>
    </message>
</context>
<context>
    <name>nakama::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Убрать сообщение</translation>
    </message>
</context>
<context>
    <name>nakama::MetricCard</name>
    <message>
        <source>not evaluated</source>
        <translation>не оценено</translation>
    </message>
    <message>
        <source>95 %: %1–%2, n = %3</source>
        <translation>95 %: %1–%2, n = %3</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
</context>
<context>
    <name>nakama::MetricsPanel</name>
    <message>
        <source>Cross-entropy loss</source>
        <translation>Кросс-энтропия</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Макро-F1</translation>
    </message>
    <message>
        <source>Micro-F1 (accuracy)</source>
        <translation>Микро-F1 (доля верных)</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>Взвешенная F1</translation>
    </message>
    <message>
        <source>Mean over the pictures of −ln(probability given to the true class). Less is better; guessing evenly among K classes gives ln K.</source>
        <translation>Среднее по картинкам −ln(вероятности настоящего класса). Чем меньше, тем лучше; угадывание среди K классов даёт ln K.</translation>
    </message>
    <message>
        <source>F1 of each class, averaged with every class counting the same, however few pictures it has.</source>
        <translation>F1 классов, усреднённая так, что все классы весят одинаково, сколько бы картинок в них ни было.</translation>
    </message>
    <message>
        <source>F1 over all pictures together: the share of pictures that are right.</source>
        <translation>F1 по всем картинкам вместе: доля верных ответов.</translation>
    </message>
    <message>
        <source>F1 of each class, averaged with classes counting by their number of pictures.</source>
        <translation>F1 классов, усреднённая по числу картинок в классе.</translation>
    </message>
    <message>
        <source>Top-3: share of pictures whose true class is among the three likeliest. Average precision: area under precision and recall. ECE: by how much probabilities miss the share of right answers.</source>
        <translation>Топ-3: доля картинок, чей настоящий класс среди трёх вероятнейших. Средняя точность: площадь под кривой точности и полноты. ECE: насколько вероятности расходятся с долей верных ответов.</translation>
    </message>
    <message numerus="yes">
        <source>intervals over %n group(s) of copies</source>
        <translation>
            <numerusform>интервалы по %n группе копий</numerusform>
            <numerusform>интервалы по %n группам копий</numerusform>
            <numerusform>интервалы по %n группам копий</numerusform>
        </translation>
    </message>
    <message>
        <source>top-3 %1</source>
        <translation>топ-3 %1</translation>
    </message>
    <message>
        <source>average precision %1</source>
        <translation>средняя точность %1</translation>
    </message>
    <message>
        <source>ECE %1, calibrated %2</source>
        <translation>ECE %1, после калибровки %2</translation>
    </message>
    <message>
        <source>Not checked for copies among the training pictures</source>
        <translation>Не проверено, есть ли копии среди обучающих картинок</translation>
    </message>
    <message>
        <source>Leak-free: no copies among the training pictures</source>
        <translation>Без утечек: среди обучающих картинок копий нет</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of copies cross into the training pictures: the figures are too good</source>
        <translation>
            <numerusform>%n группа копий попала и в обучающие картинки: цифры завышены</numerusform>
            <numerusform>%n группы копий попали и в обучающие картинки: цифры завышены</numerusform>
            <numerusform>%n групп копий попали и в обучающие картинки: цифры завышены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::Model</name>
    <message>
        <source>Tiny: five megabytes, for laptops and quick trials.</source>
        <translation>Крошечная: пять мегабайт, для ноутбуков и быстрых проб.</translation>
    </message>
    <message>
        <source>Small and quick; learns from scratch even on a laptop.</source>
        <translation>Маленькая и быстрая; учится с нуля даже на ноутбуке.</translation>
    </message>
    <message>
        <source>Twice as deep as ResNet-18, for a few thousand pictures.</source>
        <translation>Вдвое глубже ResNet-18, для нескольких тысяч картинок.</translation>
    </message>
    <message>
        <source>The usual choice to start from published weights.</source>
        <translation>Обычный выбор, чтобы начать с опубликованных весов.</translation>
    </message>
    <message>
        <source>Deeper than ResNet-50: a little better, twice as slow.</source>
        <translation>Глубже ResNet-50: чуть лучше, вдвое медленнее.</translation>
    </message>
    <message>
        <source>More accurate than ResNet-50 with fewer weights; sees 384 px.</source>
        <translation>Точнее ResNet-50 при меньшем числе весов; видит 384 пикс.</translation>
    </message>
    <message>
        <source>The larger EfficientNetV2, for a strong graphics card; sees 480 px.</source>
        <translation>Большая EfficientNetV2, для мощной видеокарты; видит 480 пикс.</translation>
    </message>
    <message>
        <source>A vision transformer; weights pre-trained on drawn characters exist for it.</source>
        <translation>Трансформер; для него есть веса, предобученные на рисованных персонажах.</translation>
    </message>
    <message>
        <source>The same transformer on larger pictures: finer detail, four times as slow.</source>
        <translation>Тот же трансформер на картинках побольше: больше деталей, вчетверо медленнее.</translation>
    </message>
    <message>
        <source>The largest, for a graphics card with much memory.</source>
        <translation>Самая большая, для видеокарты с большой памятью.</translation>
    </message>
    <message>
        <source>The largest on larger pictures; very slow without a strong graphics card.</source>
        <translation>Самая большая на картинках побольше; без мощной видеокарты очень медленно.</translation>
    </message>
    <message>
        <source>ImageNet-1K, 1000 classes</source>
        <translation>ImageNet-1K, 1000 классов</translation>
    </message>
    <message>
        <source>ImageNet-22K, 21841 classes</source>
        <translation>ImageNet-22K, 21841 класс</translation>
    </message>
    <message>
        <source>ImageNet-22K, then ImageNet-1K, 1000 classes</source>
        <translation>ImageNet-22K, затем ImageNet-1K, 1000 классов</translation>
    </message>
    <message>
        <source>Sees the whole picture, squeezed to %1 × %1 px</source>
        <translation>Видит всю картинку, сжатую до %1 × %1 пикс.</translation>
    </message>
    <message>
        <source>Sees the centre, %2 × %2, of a picture shrunk to %1 px on its shorter side</source>
        <translation>Видит середину, %2 × %2, картинки, уменьшенной до %1 пикс. по короткой стороне</translation>
    </message>
    <message>
        <source>Weights loaded: %1 of the file&apos;s %2 tensors.</source>
        <translation>Веса загружены: тензоров %1 из %2 в файле.</translation>
    </message>
    <message>
        <source>The last layer is new: the file&apos;s is not for these classes.</source>
        <translation>Последний слой новый: в файле он для других классов.</translation>
    </message>
</context>
<context>
    <name>nakama::ModelBar</name>
    <message>
        <source>%1, macro-F1 %2, %3</source>
        <comment>model, its figure on validation, run</comment>
        <translation>%1, макро-F1 %2, %3</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <source>Model that is asked</source>
        <translation>Модель, которую спрашивают</translation>
    </message>
    <message>
        <source>Chec&amp;kpoint file…</source>
        <translation>Фай&amp;л модели…</translation>
    </message>
    <message>
        <source>A .safetensors file that Nakama has trained; no workspace is needed for it</source>
        <translation>Файл .safetensors, обученный в Nakama; проект для него не нужен</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>модели пока нет</translation>
    </message>
    <message>
        <source>Checkpoint to ask</source>
        <translation>Выбор файла модели</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors)</source>
        <translation>Файлы моделей (*.safetensors)</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Файл %1</translation>
    </message>
</context>
<context>
    <name>nakama::ModelCard</name>
    <message>
        <source>Use a &amp;file…</source>
        <translation>Вз&amp;ять файл…</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Ход загрузки</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Начать с</translation>
    </message>
    <message>
        <source>%1 million parameters; licence %2</source>
        <translation>%1 млн параметров; лицензия %2</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 млн параметров</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>С нуля</translation>
    </message>
    <message>
        <source>Published weights</source>
        <translation>Опубликованные веса</translation>
    </message>
    <message>
        <source>No weights are published for it</source>
        <translation>Опубликованных весов нет</translation>
    </message>
    <message>
        <source>Weights are on their way: %1</source>
        <translation>Веса загружаются: %1</translation>
    </message>
    <message>
        <source>Weights are here: %1</source>
        <translation>Веса здесь: %1</translation>
    </message>
    <message>
        <source>Weights are not here yet: %1</source>
        <translation>Веса ещё не загружены: %1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>&amp;Get (%1 MB)</source>
        <translation>&amp;Загрузить (%1 МБ)</translation>
    </message>
    <message>
        <source>Weight file</source>
        <translation>Файл весов</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.bin)</source>
        <translation>Веса (*.safetensors *.pth *.pt *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>This is the published file; it is used where it is.</source>
        <translation>Это опубликованный файл; он используется на своём месте.</translation>
    </message>
    <message>
        <source>Recognised as %1; it is used where it is.</source>
        <translation>Распознано: %1; файл используется на своём месте.</translation>
    </message>
    <message>
        <source>A weight file that you have: it is checked, and stays where it is. It may also be dropped on this page.</source>
        <translation>Файл весов, который у вас есть: он проверяется и остаётся на своём месте. Его можно и перетащить на эту страницу.</translation>
    </message>
</context>
<context>
    <name>nakama::ModelText</name>
    <message>
        <source>%1 % (95 %: %2 to %3 %)</source>
        <comment>a share and its interval</comment>
        <translation>%1 % (95 %: от %2 до %3 %)</translation>
    </message>
    <message>
        <source>Called several characters: %1 of %2 test pictures of one.</source>
        <translation>Названы «несколько персонажей»: %1 из %2 тестовых картинок с одним.</translation>
    </message>
    <message>
        <source>Of %2 pairs of them put together, %1 were called so.</source>
        <translation>Из %2 составленных пар так названы %1.</translation>
    </message>
    <message>
        <source>Of %2 pictures that people have marked so, %1.</source>
        <translation>Из %2 картинок, помеченных так людьми, %1.</translation>
    </message>
    <message numerus="yes">
        <source>Probabilities are as the model gives them, and no picture is refused. Evaluating the run calibrates them and fits what is refused, on %n validation picture(s) or more.</source>
        <translation>
            <numerusform>Вероятности такие, как их даёт модель, и ни одна картинка не отклоняется. При оценке запуска вероятности калибруются и подбирается, что отклонять, — по %n проверочной картинке и более.</numerusform>
            <numerusform>Вероятности такие, как их даёт модель, и ни одна картинка не отклоняется. При оценке запуска вероятности калибруются и подбирается, что отклонять, — по %n проверочным картинкам и более.</numerusform>
            <numerusform>Вероятности такие, как их даёт модель, и ни одна картинка не отклоняется. При оценке запуска вероятности калибруются и подбирается, что отклонять, — по %n проверочным картинкам и более.</numerusform>
        </translation>
    </message>
    <message>
        <source>Probabilities are calibrated.</source>
        <translation>Вероятности откалиброваны.</translation>
    </message>
    <message>
        <source>Refused: %1 of %2 test pictures of its classes.</source>
        <translation>Отклонены: %1 из %2 тестовых картинок её классов.</translation>
    </message>
    <message>
        <source>Several characters are not told from one: evaluate the run again for that.</source>
        <translation>Несколько персонажей не отличаются от одного: оцените запуск снова.</translation>
    </message>
    <message>
        <source>Several characters are not told from one: that is fitted on validation pictures of two classes or more.</source>
        <translation>Несколько персонажей не отличаются от одного: это подбирается по проверочным картинкам не менее двух классов.</translation>
    </message>
    <message>
        <source>resized to %1 × %1</source>
        <translation>размер изменён до %1 × %1</translation>
    </message>
    <message>
        <source>shorter side to %1</source>
        <translation>короткая сторона уменьшена до %1</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after epoch %2 with %n class(es); RGB, %3, middle %4 × %4 pixels.</source>
        <translation>
            <numerusform>Отвечает %1 после эпохи %2, %n класс; RGB, %3, середина %4 × %4 пикс.</numerusform>
            <numerusform>Отвечает %1 после эпохи %2, %n класса; RGB, %3, середина %4 × %4 пикс.</numerusform>
            <numerusform>Отвечает %1 после эпохи %2, %n классов; RGB, %3, середина %4 × %4 пикс.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
</context>
<context>
    <name>nakama::NearStrip</name>
    <message>
        <source>no label</source>
        <translation>без метки</translation>
    </message>
    <message>
        <source>Nearest training pictures</source>
        <translation>Ближайшие обучающие картинки</translation>
    </message>
    <message>
        <source>Which training pictures look most alike is known once the run has been evaluated: its features are then kept beside the checkpoint.</source>
        <translation>Какие обучающие картинки похожи больше всего, станет известно после оценки запуска: тогда его признаки хранятся рядом с чекпойнтом.</translation>
    </message>
    <message>
        <source>The training pictures that look most alike are not in the checkpoint; open the workspace that it was trained in to see them.</source>
        <translation>Похожих обучающих картинок в чекпойнте нет; откройте рабочую папку, в которой он обучен, чтобы увидеть их.</translation>
    </message>
    <message>
        <source>Nearest training pictures, and how alike they are</source>
        <translation>Ближайшие обучающие картинки и насколько они похожи</translation>
    </message>
    <message>
        <source>The training pictures that look most alike are not in this workspace: the model was trained in another one.</source>
        <translation>Похожих обучающих картинок в этой рабочей папке нет: модель обучена в другой.</translation>
    </message>
</context>
<context>
    <name>nakama::PictureActions</name>
    <message>
        <source>&amp;Quick look</source>
        <translation>&amp;Быстрый просмотр</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Метка</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>Отметить &amp;как</translation>
    </message>
    <message>
        <source>&amp;Several characters</source>
        <translation>Несколько персона&amp;жей</translation>
    </message>
    <message>
        <source>&amp;None of the classes</source>
        <translation>&amp;Ни один из классов</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>Не&amp;ясно</translation>
    </message>
    <message>
        <source>Take label and mark &amp;off</source>
        <translation>&amp;Снять метку и отметку</translation>
    </message>
    <message>
        <source>&amp;Exclude</source>
        <translation>&amp;Исключить</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Вернуть в работу</translation>
    </message>
    <message>
        <source>Put into the &amp;bin</source>
        <translation>&amp;Убрать в корзину</translation>
    </message>
    <message>
        <source>&amp;Restore from the bin</source>
        <translation>&amp;Достать из корзины</translation>
    </message>
    <message>
        <source>Mo&amp;ve to</source>
        <translation>П&amp;ереместить в</translation>
    </message>
    <message>
        <source>The &amp;true test</source>
        <translation>Тест соревнов&amp;ания</translation>
    </message>
    <message>
        <source>The &amp;pool, without the label</source>
        <translation>Пу&amp;л, без метки</translation>
    </message>
    <message>
        <source>&amp;Part of the split</source>
        <translation>&amp;Часть разбиения</translation>
    </message>
    <message>
        <source>&amp;Train, with copies</source>
        <translation>&amp;Обучение, с копиями</translation>
    </message>
    <message>
        <source>&amp;Validation, with copies</source>
        <translation>&amp;Проверка, с копиями</translation>
    </message>
    <message>
        <source>T&amp;est, with copies</source>
        <translation>&amp;Тест, с копиями</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>Вне &amp;разбиения</translation>
    </message>
    <message>
        <source>Empty the b&amp;in…</source>
        <translation>Очистить кор&amp;зину…</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Корзина пуста.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n picture(s) in the bin for good?</source>
        <translation>
            <numerusform>Удалить навсегда %n картинку из корзины?</numerusform>
            <numerusform>Удалить навсегда %n картинки из корзины?</numerusform>
            <numerusform>Удалить навсегда %n картинок из корзины?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the disk. Their files, labels and history are deleted, and nothing brings them back: this is the one change that cannot be undone.</source>
        <translation>На диске: %1. Файлы, метки и история этих картинок удаляются, и ничто их не вернёт: это единственное изменение, которое нельзя отменить.</translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>Удалить навсе&amp;гда</translation>
    </message>
</context>
<context>
    <name>nakama::PictureDialog</name>
    <message>
        <source>&amp;Looks like these training pictures</source>
        <translation>&amp;Похоже на эти обучающие картинки</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>Пре&amp;дыдущая</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Следующая</translation>
    </message>
    <message>
        <source>What speaks for the &amp;class</source>
        <translation>Что говорит за &amp;класс</translation>
    </message>
    <message>
        <source>&amp;Strength of the overlay</source>
        <translation>Сила &amp;наложения</translation>
    </message>
    <message>
        <source>The nearest in what the model sees; the first time all training pictures are asked about</source>
        <translation>Ближайшие по тому, что видит модель; в первый раз её спрашивают обо всех обучающих картинках</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>name of the picture, its place, all</comment>
        <translation>%1 (%2 из %3)</translation>
    </message>
    <message>
        <source>Predicted %1: %2 %</source>
        <translation>Ответ %1: %2 %</translation>
    </message>
    <message>
        <source>True %1: %2 %</source>
        <translation>На самом деле %1: %2 %</translation>
    </message>
    <message>
        <source>The picture is no longer in the workspace.</source>
        <translation>Картинки больше нет в проекте.</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>Спрашиваем модель…</translation>
    </message>
    <message>
        <source>%1: red where it speaks for the class.</source>
        <comment>name of a method</comment>
        <translation>%1: красное говорит за класс.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>без метки</translation>
    </message>
    <message>
        <source>known as a copy</source>
        <translation>известная копия</translation>
    </message>
    <message>
        <source>%1 % alike</source>
        <translation>сходство %1 %</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Сохранить как PNG…</translation>
    </message>
    <message>
        <source>The picture with what is laid over it</source>
        <translation>Картинка с тем, что на неё наложено</translation>
    </message>
</context>
<context>
    <name>nakama::PictureEditBar</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Change label…</source>
        <translation>Изменить метку…</translation>
    </message>
    <message>
        <source>Gives the selected pictures another class</source>
        <translation>Даёт выделенным картинкам другой класс</translation>
    </message>
    <message>
        <source>Several characters</source>
        <translation>Несколько персонажей</translation>
    </message>
    <message>
        <source>Marks the selected pictures as showing no single character, which takes them out of use</source>
        <translation>Отмечает, что на выделенных картинках не один персонаж; такие картинки убираются из работы</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Takes the selected pictures out of use</source>
        <translation>Убирает выделенные картинки из работы</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Пока ничего не изменено</translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>Отменяет: %1</translation>
    </message>
    <message>
        <source>%1, as predicted</source>
        <translation>%1, как ответила модель</translation>
    </message>
</context>
<context>
    <name>nakama::PictureInsight</name>
    <message>
        <source>LibTorch is still being loaded…</source>
        <translation>LibTorch ещё загружается…</translation>
    </message>
    <message>
        <source>Find pictures that look alike</source>
        <translation>Поиск похожих картинок</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>An ensemble has no model of its own to ask what it sees. Choose one of its runs.</source>
        <translation>У ансамбля нет своей модели, чтобы спросить, что она видит. Выберите один из его запусков.</translation>
    </message>
</context>
<context>
    <name>nakama::PictureListModel</name>
    <message>
        <source>no label</source>
        <translation>без метки</translation>
    </message>
    <message>
        <source>True test</source>
        <translation>Тест соревнования</translation>
    </message>
    <message>
        <source>Part of the split: %1</source>
        <translation>Часть разбиения: %1</translation>
    </message>
</context>
<context>
    <name>nakama::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
</context>
<context>
    <name>nakama::PicturesPanel</name>
    <message>
        <source>Size of the pictures</source>
        <translation>Размер картинок</translation>
    </message>
    <message>
        <source>No pictures here</source>
        <translation>Здесь нет картинок</translation>
    </message>
    <message>
        <source>The pictures cannot be listed</source>
        <translation>Список картинок не получен</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see its pictures.</source>
        <translation>Выберите ячейку матрицы, чтобы увидеть её картинки.</translation>
    </message>
    <message>
        <source>Mistakes, the surest first</source>
        <translation>Ошибки, сначала самые уверенные</translation>
    </message>
    <message>
        <source>Wrong answers by the probability that they were given</source>
        <translation>Неверные ответы по вероятности, с которой они даны</translation>
    </message>
    <message>
        <source>Largest losses</source>
        <translation>Наибольшие потери</translation>
    </message>
    <message>
        <source>Pictures by how little probability their true class was given</source>
        <translation>Картинки, от наименьшей вероятности настоящего класса</translation>
    </message>
    <message>
        <source>Suspected wrong labels</source>
        <translation>Возможно, неверные метки</translation>
    </message>
    <message>
        <source>Labels that the model contradicts more surely than is usual for the class (confident learning)</source>
        <translation>Метки, которым модель возражает увереннее, чем обычно для этого класса (метод «confident learning»)</translation>
    </message>
    <message>
        <source>Near the border</source>
        <translation>Близко к границе</translation>
    </message>
    <message>
        <source>Pictures whose two likeliest classes are almost equally likely</source>
        <translation>Картинки, у которых два самых вероятных класса почти одинаково вероятны</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Все картинки</translation>
    </message>
    <message>
        <source>Right answers too, the surest first</source>
        <translation>Верные ответы тоже, сначала самые уверенные</translation>
    </message>
    <message>
        <source>List of pictures</source>
        <translation>Список картинок</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Of all classes, not only of what is chosen</source>
        <translation>Всех классов, а не только выбранного</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Таких картинок нет</translation>
    </message>
    <message>
        <source>Another list may have pictures of what is chosen.</source>
        <translation>Возможно, картинки для выбранного есть в другом списке.</translation>
    </message>
    <message>
        <source>True %1</source>
        <translation>На самом деле %1</translation>
    </message>
    <message>
        <source>Predicted %1</source>
        <translation>Ответ %1</translation>
    </message>
    <message>
        <source>%1–%2 % sure</source>
        <translation>уверенность %1–%2 %</translation>
    </message>
    <message>
        <source>Picked on the map</source>
        <translation>Выбрано на карте</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n картинка</numerusform>
            <numerusform>%n картинки</numerusform>
            <numerusform>%n картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at least %2 % likely</source>
        <comment>a class, a probability</comment>
        <translation>%1 с вероятностью не меньше %2 %</translation>
    </message>
</context>
<context>
    <name>nakama::PrecisionRecallPanel</name>
    <message>
        <source>Precision and recall</source>
        <translation>Точность и полнота</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Полнота</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Показывать пока нечего</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>class, average precision</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Class whose curve is shown</source>
        <translation>Класс, чья кривая показана</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>From which probability on a picture is taken to be of the class; the pictures that are taken are chosen everywhere</source>
        <translation>С какой вероятности картинка считается принадлежащей классу; такие картинки выбраны везде</translation>
    </message>
    <message>
        <source>Told worst</source>
        <translation>Хуже всех</translation>
    </message>
    <message>
        <source>Each point is a threshold for its probability</source>
        <translation>Каждая точка — порог вероятности</translation>
    </message>
    <message>
        <source>Lowest average precision (AP)</source>
        <translation>Наименьшая средняя точность (AP)</translation>
    </message>
    <message>
        <source>Move the slider, or click on the curve, to choose a threshold.</source>
        <translation>Сдвиньте ползунок или щёлкните по кривой, чтобы выбрать порог.</translation>
    </message>
    <message>
        <source>Choose a class, or click on a curve.</source>
        <translation>Выберите класс или щёлкните по кривой.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a probability</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>From %1 % on: precision %2, recall %3</source>
        <translation>Начиная с %1 %: точность %2, полнота %3</translation>
    </message>
</context>
<context>
    <name>nakama::PredictController</name>
    <message>
        <source>part of %1</source>
        <translation>часть %1</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>There is no file in what was opened or dropped.</source>
        <translation>В том, что открыли или перетащили, нет файлов.</translation>
    </message>
</context>
<context>
    <name>nakama::PredictTab</name>
    <message>
        <source>Open pictures…</source>
        <translation>Открыть картинки…</translation>
    </message>
    <message>
        <source>Choose a checkpoint file…</source>
        <translation>Выбрать файл модели…</translation>
    </message>
    <message>
        <source>Drag a box to ask about a part. B begins one by keyboard: arrow keys move it, Ctrl and arrow keys resize it, Enter asks. Plus, minus, 0 and 1 zoom.</source>
        <translation>Обведите часть рамкой, чтобы спросить о ней. B начинает рамку с клавиатуры: стрелки двигают её, Ctrl со стрелками меняет размер, Enter спрашивает. Плюс, минус, 0 и 1 меняют масштаб.</translation>
    </message>
    <message>
        <source>Drop pictures here</source>
        <translation>Бросьте картинки сюда</translation>
    </message>
    <message>
        <source>There is no model to ask yet</source>
        <translation>Пока нет модели, которую можно спросить</translation>
    </message>
    <message>
        <source>Files, folders, or a picture out of a browser; paste works too. Each is shrunk and cut exactly as it is for evaluation, and answered while the next one is read.</source>
        <translation>Файлы, папки или картинку из браузера; можно и вставить. Каждая уменьшается и обрезается точно так же, как при оценке, а ответ даётся, пока читается следующая.</translation>
    </message>
    <message>
        <source>Train one on the train page, or choose a checkpoint that was trained before. Pictures can be dropped already; they wait for it.</source>
        <translation>Обучите модель на странице обучения или выберите файл обученной раньше. Картинки можно бросать уже сейчас: они подождут.</translation>
    </message>
</context>
<context>
    <name>nakama::PredictedPicturesModel</name>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>is %1</source>
        <comment>the class that a picture is labelled with</comment>
        <translation>на деле %1</translation>
    </message>
    <message>
        <source>right</source>
        <comment>the answer for a picture</comment>
        <translation>верно</translation>
    </message>
    <message>
        <source>%1
Predicted %2: %3
True %4: %5</source>
        <translation>%1
Ответ %2: %3
На самом деле %4: %5</translation>
    </message>
    <message>
        <source>now without a label</source>
        <translation>теперь без метки</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>теперь %1</translation>
    </message>
    <message>
        <source>now marked: several characters</source>
        <translation>теперь отмечено: несколько персонажей</translation>
    </message>
    <message>
        <source>now out of use</source>
        <translation>теперь не в работе</translation>
    </message>
    <message>
        <source>no longer in the workspace</source>
        <translation>больше нет в проекте</translation>
    </message>
</context>
<context>
    <name>nakama::PresetChoice</name>
    <message>
        <source>The recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Quick trial</source>
        <translation>Быстрая проба</translation>
    </message>
    <message>
        <source>Head first, then the whole net</source>
        <translation>Сначала голова, потом вся сеть</translation>
    </message>
    <message>
        <source>Sets all that follows; what is changed afterwards makes it settings of one&apos;s own</source>
        <translation>Задаёт всё ниже; что изменено потом, становится своими настройками</translation>
    </message>
    <message>
        <source>Settings of one&apos;s own</source>
        <translation>Свои настройки</translation>
    </message>
    <message>
        <source>Adam at 0.001 for 30 epochs, at the model&apos;s own size. The recipe starts from published weights: get them below, or it learns from scratch.</source>
        <translation>Adam 0,001, 30 эпох, размер самой модели. Рецепт начинает с опубликованных весов: получите их ниже, иначе обучение с нуля.</translation>
    </message>
    <message>
        <source>Adam at 0.001 for 30 epochs, at the model&apos;s own size; the head alone learns.</source>
        <translation>Adam 0,001, 30 эпох, размер самой модели; учится только голова.</translation>
    </message>
    <message>
        <source>Adam at 0.001 for 30 epochs, at the model&apos;s own size; all layers learn.</source>
        <translation>Adam 0,001, 30 эпох, размер самой модели; учатся все слои.</translation>
    </message>
    <message>
        <source>20 epochs with a falling rate at a small size: minutes on any machine.</source>
        <translation>20 эпох с падающей скоростью, малый размер: минуты на любой машине.</translation>
    </message>
    <message>
        <source>20 epochs with a falling rate.</source>
        <translation>20 эпох с падающей скоростью.</translation>
    </message>
    <message>
        <source>Of use with weights to start from only: get them below.</source>
        <translation>Полезно только с готовыми весами: получите их ниже.</translation>
    </message>
    <message>
        <source>8 epochs of the new head, then the whole net with lower layers slower: often the best result, and slower than the recipe.</source>
        <translation>8 эпох для новой головы, затем вся сеть, нижние слои медленнее: часто лучший результат, но дольше рецепта.</translation>
    </message>
</context>
<context>
    <name>nakama::PreviewBar</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Размер входа</translation>
    </message>
    <message>
        <source>The seed of the training: the same seed and epoch give the same tiles</source>
        <translation>Зерно обучения: те же зерно и эпоха дают те же плитки</translation>
    </message>
    <message>
        <source>&amp;Roll again</source>
        <translation>&amp;Ещё раз</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Другое зерно</translation>
    </message>
    <message>
        <source>Save the tiles as one PNG picture</source>
        <translation>Сохранить плитки одной картинкой PNG</translation>
    </message>
    <message>
        <source>Sh&amp;ow:</source>
        <translation>&amp;Показать:</translation>
    </message>
    <message>
        <source>for &amp;model:</source>
        <translation>для &amp;модели:</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>&amp;Зерно:</translation>
    </message>
    <message>
        <source>E&amp;poch:</source>
        <translation>Э&amp;поха:</translation>
    </message>
    <message>
        <source>A batch of the training</source>
        <translation>Пакет обучения</translation>
    </message>
    <message>
        <source>One tile of each picture</source>
        <translation>По плитке с каждой картинки</translation>
    </message>
</context>
<context>
    <name>nakama::QuickLook</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Labelled by</source>
        <translation>Кем размечено</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Пометка</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>MD5</source>
        <translation>MD5</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Рейтинг</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Художники</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Где найдено</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Unknown: the rights are the artist&apos;s. Ask before you publish it.</source>
        <translation>Неизвестна: права принадлежат художнику. Перед публикацией спросите его.</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Быстрый просмотр</translation>
    </message>
</context>
<context>
    <name>nakama::RateDialog</name>
    <message>
        <source>Find a learning rate</source>
        <translation>Подбор темпа обучения</translation>
    </message>
    <message>
        <source>The loss falls fastest at a learning rate of %1.</source>
        <translation>Быстрее всего потери падают при темпе %1.</translation>
    </message>
    <message>
        <source>The loss falls with none of the rates; look at the settings and the pictures.</source>
        <translation>Потери не падают ни при одном темпе; проверьте настройки и картинки.</translation>
    </message>
    <message>
        <source>Learning rate, as a power of ten</source>
        <translation>Темп обучения, степень десяти</translation>
    </message>
    <message>
        <source>Loss, smoothed</source>
        <translation>Потери, сглажено</translation>
    </message>
    <message>
        <source>No rate was tried</source>
        <translation>Ни один темп не испытан</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Взять %1</translation>
    </message>
</context>
<context>
    <name>nakama::ReliabilityChart</name>
    <message>
        <source>Reliability diagram</source>
        <translation>Диаграмма надёжности</translation>
    </message>
    <message>
        <source>%1–%2 % sure</source>
        <translation>уверенность %1–%2 %</translation>
    </message>
    <message>
        <source>no pictures</source>
        <translation>нет картинок</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n картинка</numerusform>
            <numerusform>%n картинки</numerusform>
            <numerusform>%n картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>on average %1 % sure, %2 % right</source>
        <translation>в среднем уверенность %1 %, верно %2 %</translation>
    </message>
</context>
<context>
    <name>nakama::ReliabilityPainter</name>
    <message>
        <source>Probability of the answer, %</source>
        <translation>Вероятность ответа, %</translation>
    </message>
    <message>
        <source>Right, %</source>
        <translation>Верно, %</translation>
    </message>
</context>
<context>
    <name>nakama::ReportMenu</name>
    <message>
        <source>Open in the &amp;browser</source>
        <translation>Открыть в &amp;браузере</translation>
    </message>
    <message>
        <source>Open as &amp;PDF</source>
        <translation>Открыть &amp;как PDF</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>Открыть &amp;папку отчёта</translation>
    </message>
    <message>
        <source>No program opened the report. It is here: %1</source>
        <translation>Ни одна программа не открыла отчёт. Он здесь: %1</translation>
    </message>
</context>
<context>
    <name>nakama::RunActions</name>
    <message>
        <source>Name and note of %1</source>
        <translation>Название и заметка: %1</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>&amp;Заметка:</translation>
    </message>
    <message>
        <source>Save the note of a run</source>
        <translation>Сохранение заметки</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Удаление обучений</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) with everything in their folders?</source>
        <translation>
            <numerusform>Удалить %n обучение со всем, что есть в его папке?</numerusform>
            <numerusform>Удалить %n обучения со всем, что есть в их папках?</numerusform>
            <numerusform>Удалить %n обучений со всем, что есть в их папках?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1

This frees %2 and cannot be undone: weights, curves, evaluations and reports are gone.</source>
        <translation>%1

Это освободит %2, и отменить это нельзя: веса, кривые, оценки и отчёты пропадут.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Удаление %n обучения</numerusform>
            <numerusform>Удаление %n обучений</numerusform>
            <numerusform>Удаление %n обучений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::RunChoice</name>
    <message>
        <source>Run</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>macro-F1 %1 on val</source>
        <translation>макро-F1 %1 на проверке</translation>
    </message>
</context>
<context>
    <name>nakama::RunView</name>
    <message>
        <source>Curves</source>
        <translation>Кривые</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>Rate and speed</source>
        <translation>Темп и скорость</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Worst pictures</source>
        <translation>Худшие картинки</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>F1 on validation</source>
        <translation>F1 на проверке</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Макро</translation>
    </message>
    <message>
        <source>Micro</source>
        <translation>Микро</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Взвешенная</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Loss of the batch</source>
        <translation>Потери на пакете</translation>
    </message>
    <message>
        <source>Loss over the batches</source>
        <translation>Потери по пакетам</translation>
    </message>
    <message>
        <source>The loss of each batch appears here while a training goes on; afterwards TensorBoard has it, in the run&apos;s folder</source>
        <translation>Пока идёт обучение, здесь видны потери на каждом пакете; потом их показывает TensorBoard из папки обучения</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Темп обучения</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Картинок в секунду</translation>
    </message>
    <message>
        <source>Pictures/s</source>
        <translation>Карт./с</translation>
    </message>
    <message>
        <source>Waiting for pictures, %</source>
        <translation>Ожидание картинок, %</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Доля времени</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>Память, МБ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>F1 of each class on validation</source>
        <translation>F1 каждого класса на проверке</translation>
    </message>
    <message>
        <source>Draws a running mean over the curves, which stay behind it: an exponential mean without bias, as TensorBoard has it</source>
        <translation>Рисует поверх кривых скользящее среднее, сами кривые остаются позади: экспоненциальное среднее без смещения, как в TensorBoard</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>Сгла&amp;живание</translation>
    </message>
    <message>
        <source>best</source>
        <translation>лучшая</translation>
    </message>
    <message>
        <source>Learning rate over the batches</source>
        <translation>Скорость обучения по пакетам</translation>
    </message>
</context>
<context>
    <name>nakama::RunsModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>epochs done, planned</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>Macro-F1 (val)</source>
        <translation>Макро-F1 (пров.)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>nakama::RunsPanel</name>
    <message>
        <source>E&amp;valuate</source>
        <translation>О&amp;ценить</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>П&amp;родолжить</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Обучения</translation>
    </message>
    <message>
        <source>Goes on from the last checkpoint</source>
        <translation>Продолжает с последней контрольной точки</translation>
    </message>
    <message>
        <source>Choose several to compare them</source>
        <translation>Выберите несколько, чтобы сравнить их</translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation>&amp;Название и заметка…</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>Открыть &amp;папку</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>nakama::SaveFile</name>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Картинки PNG (*.png)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Drawings and pictures (*.png *.svg)</source>
        <translation>Рисунки и картинки (*.png *.svg)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>Рисунки SVG (*.svg)</translation>
    </message>
</context>
<context>
    <name>nakama::ScatterView</name>
    <message>
        <source>Map of pictures</source>
        <translation>Карта картинок</translation>
    </message>
</context>
<context>
    <name>nakama::ScreenRegion</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation>Выберите часть экрана</translation>
    </message>
    <message>
        <source>The screen: drag a box, or press B, move it with the arrow keys and press Enter</source>
        <translation>Экран: обведите прямоугольник мышью или нажмите B, передвиньте его клавишами со стрелками и нажмите Enter</translation>
    </message>
    <message>
        <source>Drag a box over what is to be asked about, or press B, move the box with the arrow keys, resize it with Ctrl and press Enter. Escape gives up.</source>
        <translation>Обведите рамкой то, о чём спросить, или нажмите B, двигайте рамку стрелками, меняйте размер с Ctrl и нажмите Enter. Escape отменяет.</translation>
    </message>
</context>
<context>
    <name>nakama::Session</name>
    <message>
        <source>Preparing the sample workspace</source>
        <translation>Подготовка примера</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>Импорт картинок</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбиение</translation>
    </message>
    <message>
        <source>Evaluate %1</source>
        <translation>Оценка %1</translation>
    </message>
    <message>
        <source>Fit the verdicts of %1</source>
        <translation>Подобрать вердикты для %1</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Очистка корзины</translation>
    </message>
</context>
<context>
    <name>nakama::SettingsPanel</name>
    <message>
        <source>Settings of the runs</source>
        <translation>Настройки обучений</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Choose a run to see its settings.</source>
        <translation>Выберите обучение, чтобы увидеть его настройки.</translation>
    </message>
    <message>
        <source>Everything that the run was trained with.</source>
        <translation>Всё, с чем проводилось обучение.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ; the others are the same.</source>
        <translation>
            <numerusform>Отличается %n настройка; остальные совпадают.</numerusform>
            <numerusform>Отличаются %n настройки; остальные совпадают.</numerusform>
            <numerusform>Отличаются %n настроек; остальные совпадают.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) in all</source>
        <translation>
            <numerusform>Всего %n настройка</numerusform>
            <numerusform>Всего %n настройки</numerusform>
            <numerusform>Всего %n настроек</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>Начальные веса</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Заморожено</translation>
    </message>
    <message>
        <source>Views kept</source>
        <translation>Сохранено видов</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation>Потоки загрузки</translation>
    </message>
    <message>
        <source>Memory for pictures, MB</source>
        <translation>Память для картинок, МБ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Размер входа</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Темп обучения</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Убывание весов</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Инерция</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>График темпа</translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation>Эпохи разогрева</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Веса классов</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Сглаживание меток</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>Длина градиента</translation>
    </message>
    <message>
        <source>Batches a step</source>
        <translation>Пакетов на шаг</translation>
    </message>
    <message>
        <source>Head first, epochs</source>
        <translation>Сначала голова, эпох</translation>
    </message>
    <message>
        <source>Rate a layer</source>
        <translation>Темп слоя</translation>
    </message>
    <message>
        <source>Stop early after, epochs</source>
        <translation>Досрочный конец через, эпох</translation>
    </message>
    <message>
        <source>Balance classes</source>
        <translation>Равновесие классов</translation>
    </message>
    <message>
        <source>Mean of weights</source>
        <translation>Среднее весов</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Расположение</translation>
    </message>
    <message>
        <source>Minutes between checkpoints</source>
        <translation>Минут между чекпойнтами</translation>
    </message>
</context>
<context>
    <name>nakama::SplitPanel</name>
    <message>
        <source>Not split yet. The model learns from the training part, is tuned on validation, and is judged on test pictures that it has never seen.</source>
        <translation>Ещё не разбито. Модель учится на обучающей части, настраивается на проверочной, а судят её по тестовой, которой она не видела.</translation>
    </message>
    <message>
        <source>Split on %1.
Train %2 · validation %3 · test %4 pictures.</source>
        <translation>Разбито %1.
Обучение %2 · проверка %3 · тест %4.</translation>
    </message>
    <message>
        <source>Splitting again mixes pictures that earlier runs have learned from into the test part; their figures are then too good.</source>
        <translation>При новом разбиении в тест попадут картинки, на которых уже обучались; прежние цифры тогда будут завышены.</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Разбить</translation>
    </message>
    <message>
        <source>Train a &amp;model</source>
        <translation>Обучить &amp;модель</translation>
    </message>
    <message>
        <source>The same pictures, shares and seed give the same split on any machine</source>
        <translation>Те же картинки, доли и зерно дают то же разбиение на любом компьютере</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбиение</translation>
    </message>
    <message>
        <source>T&amp;rain:</source>
        <translation>&amp;Обучение:</translation>
    </message>
    <message>
        <source>&amp;Validation:</source>
        <translation>&amp;Проверка:</translation>
    </message>
    <message>
        <source>Test:</source>
        <translation>Тест:</translation>
    </message>
    <message>
        <source>See&amp;d:</source>
        <translation>&amp;Зерно:</translation>
    </message>
    <message>
        <source>the rest, %1 %</source>
        <translation>остальное, %1 %</translation>
    </message>
    <message>
        <source>&amp;Split again</source>
        <translation>&amp;Разбить заново</translation>
    </message>
    <message>
        <source>Made without regard to copies: the test may show pictures that were learned from.</source>
        <translation>Разбито без учёта копий: в тесте могут оказаться картинки, на которых модель училась.</translation>
    </message>
    <message>
        <source>Copies of one picture were kept together in one part.</source>
        <translation>Копии одной картинки оставлены в одной части.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were left out, since the true test has copies of them.</source>
        <translation>
            <numerusform>Не вошла %n картинка: её копия есть в тесте соревнования.</numerusform>
            <numerusform>Не вошли %n картинки: их копии есть в тесте соревнования.</numerusform>
            <numerusform>Не вошли %n картинок: их копии есть в тесте соревнования.</numerusform>
        </translation>
    </message>
    <message>
        <source>Co&amp;pies…</source>
        <translation>&amp;Копии…</translation>
    </message>
    <message>
        <source>Find pictures that are copies of each other, and take copies out of use</source>
        <translation>Найти картинки, которые копируют друг друга, и убрать копии из работы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>%L1 to %L2</source>
        <translation>%L1 к %L2</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) beyond the limits were left out; the largest class to the smallest was %1, and is %2 now.</source>
        <translation>
            <numerusform>%n картинка сверх пределов не вошла; самый большой класс к самому маленькому был %1, теперь %2.</numerusform>
            <numerusform>%n картинки сверх пределов не вошли; самый большой класс к самому маленькому был %1, теперь %2.</numerusform>
            <numerusform>%n картинок сверх пределов не вошли; самый большой класс к самому маленькому был %1, теперь %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No class gets more pictures than this; the others stay unused</source>
        <translation>Ни одному классу не достанется больше картинок; остальные не используются</translation>
    </message>
    <message>
        <source>Most a &amp;class:</source>
        <translation>Не больше на к&amp;ласс:</translation>
    </message>
    <message>
        <source>No more pictures of this source than this, all classes together</source>
        <translation>Картинок из этого источника не больше этого, по всем классам вместе</translation>
    </message>
    <message>
        <source>Most of %1:</source>
        <translation>Не больше из %1:</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were put into their part by hand since. Splitting again gives them a part anew; undoing the split brings theirs back.</source>
        <translation>
            <numerusform>С тех пор %n картинка помещена в часть вручную. Новое разделение даст ей часть заново; отмена вернёт прежнюю.</numerusform>
            <numerusform>С тех пор %n картинки помещены в части вручную. Новое разделение даст им части заново; отмена вернёт прежние.</numerusform>
            <numerusform>С тех пор %n картинок помещено в части вручную. Новое разделение даст им части заново; отмена вернёт прежние.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hea&amp;lth…</source>
        <translation>Здоровье…</translation>
    </message>
    <message>
        <source>Look for leaks, damaged files, labels that disagree, and pictures that are too small or too long</source>
        <translation>Поискать утечки, повреждённые файлы, спорные метки и слишком маленькие или вытянутые картинки</translation>
    </message>
</context>
<context>
    <name>nakama::SplitPreview</name>
    <message>
        <source>These limits drop nothing.</source>
        <translation>Эти пределы ничего не исключают.</translation>
    </message>
    <message>
        <source>%L1 of %2</source>
        <comment>pictures of a class</comment>
        <translation>%L1 у %2</translation>
    </message>
    <message numerus="yes">
        <source>some of %n more class(es)</source>
        <translation>
            <numerusform>часть ещё у %n класса</numerusform>
            <numerusform>часть ещё у %n классов</numerusform>
            <numerusform>часть ещё у %n классов</numerusform>
        </translation>
    </message>
    <message>
        <source>These limits drop %1.</source>
        <translation>Эти пределы исключают: %1.</translation>
    </message>
    <message numerus="yes">
        <source>To level up, %n class(es) need %L1 more pictures.</source>
        <translation>
            <numerusform>Чтобы выровнять, %n классу нужно ещё картинок: %L1.</numerusform>
            <numerusform>Чтобы выровнять, %n классам нужно ещё картинок: %L1.</numerusform>
            <numerusform>Чтобы выровнять, %n классам нужно ещё картинок: %L1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::Stage</name>
    <message>
        <source>importing pictures</source>
        <translation>импорт картинок</translation>
    </message>
    <message>
        <source>looking for pictures</source>
        <translation>поиск картинок</translation>
    </message>
    <message>
        <source>painting pictures</source>
        <translation>рисование картинок</translation>
    </message>
    <message>
        <source>preparing pictures</source>
        <translation>подготовка картинок</translation>
    </message>
    <message>
        <source>exporting pictures</source>
        <translation>экспорт картинок</translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation>чтение картинок</translation>
    </message>
    <message>
        <source>comparing pictures</source>
        <translation>сравнение картинок</translation>
    </message>
    <message>
        <source>splitting</source>
        <translation>разбиение</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>оценка</translation>
    </message>
    <message>
        <source>predicting</source>
        <translation>предсказание</translation>
    </message>
    <message>
        <source>downloading (kB)</source>
        <translation>загрузка (КБ)</translation>
    </message>
    <message>
        <source>waiting to try again</source>
        <translation>ожидание повторной попытки</translation>
    </message>
    <message>
        <source>checking the file (kB)</source>
        <translation>проверка файла (КБ)</translation>
    </message>
    <message>
        <source>collecting pictures</source>
        <translation>сбор картинок</translation>
    </message>
    <message>
        <source>asking what there is</source>
        <translation>спрашиваем, что есть</translation>
    </message>
    <message>
        <source>looking at the pictures that are there</source>
        <translation>просматриваем имеющиеся картинки</translation>
    </message>
    <message>
        <source>computing features</source>
        <translation>вычисляются признаки</translation>
    </message>
    <message>
        <source>trying learning rates</source>
        <translation>пробуются темпы обучения</translation>
    </message>
    <message>
        <source>waiting for room on the disk (MB)</source>
        <translation>ожидание места на диске (МБ)</translation>
    </message>
</context>
<context>
    <name>nakama::StartPage</name>
    <message>
        <source>Teach a model to tell drawn characters apart</source>
        <translation>Научите модель различать рисованных персонажей</translation>
    </message>
    <message>
        <source>A workspace is a folder that keeps your pictures, their classes, the split and every training. Create one, or drop a folder or a .zip of pictures here.</source>
        <translation>Проект – это папка, где хранятся ваши картинки, классы, разбиение и все обучения. Создайте его или бросьте сюда папку либо .zip с картинками.</translation>
    </message>
    <message>
        <source>&amp;Create workspace…</source>
        <translation>&amp;Новый проект…</translation>
    </message>
    <message>
        <source>Choose a folder and the classes</source>
        <translation>Выберите папку и классы</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>&amp;Открыть проект…</translation>
    </message>
    <message>
        <source>Choose the folder of a workspace</source>
        <translation>Выберите папку проекта</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>Открыть &amp;пример</translation>
    </message>
    <message>
        <source>Opens a workspace of 18 invented characters, painted on this machine</source>
        <translation>Открывает проект с 18 выдуманными персонажами, нарисованными на этом компьютере</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>&amp;Ask a model about pictures</source>
        <translation>&amp;Спросить модель о картинках</translation>
    </message>
    <message>
        <source>With a checkpoint that was trained before; needs no workspace</source>
        <translation>С контрольной точкой, обученной раньше; проект не нужен</translation>
    </message>
</context>
<context>
    <name>nakama::SubmissionFlow</name>
    <message>
        <source>Sample file of the competition</source>
        <translation>Файл-образец соревнования</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Where to write the submission</source>
        <translation>Куда записать ответ</translation>
    </message>
    <message>
        <source>Write the submission</source>
        <translation>Записать ответ</translation>
    </message>
    <message>
        <source>Answering the true test…</source>
        <translation>Ответы на настоящий тест…</translation>
    </message>
    <message>
        <source>Stopped; no submission was written.</source>
        <translation>Остановлено; ответ не записан.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n строка записана в %1.</numerusform>
            <numerusform>%n строки записаны в %1.</numerusform>
            <numerusform>%n строк записано в %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kaggle submission</source>
        <translation>Ответ для Kaggle</translation>
    </message>
    <message numerus="yes">
        <source>%n id(s) have no readable picture in the true test and keep the sample&apos;s own answer; they are listed under the details.</source>
        <translation>
            <numerusform>Для %n id нет читаемой картинки в настоящем тесте, остаётся ответ образца; список в подробностях.</numerusform>
            <numerusform>Для %n id нет читаемой картинки в настоящем тесте, остаётся ответ образца; список в подробностях.</numerusform>
            <numerusform>Для %n id нет читаемой картинки в настоящем тесте, остаётся ответ образца; список в подробностях.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every id of the sample has a picture and an answer.</source>
        <translation>Для каждого id образца есть картинка и ответ.</translation>
    </message>
</context>
<context>
    <name>nakama::SuggestionBar</name>
    <message>
        <source>&amp;Suggestions, least certain first, of</source>
        <translation>Подсказки, сначала неуверенные, от</translation>
    </message>
    <message>
        <source>Train a run first; then it can suggest classes.</source>
        <translation>Сначала обучите модель; тогда она подскажет классы.</translation>
    </message>
    <message>
        <source>The pictures are being asked about…</source>
        <translation>Модель отвечает о картинках…</translation>
    </message>
</context>
<context>
    <name>nakama::Suggestions</name>
    <message>
        <source>Suggestions for unlabelled pictures</source>
        <translation>Подсказки для картинок без меток</translation>
    </message>
</context>
<context>
    <name>nakama::TagsDelegate</name>
    <message>
        <source>Tags of %1</source>
        <translation>Теги: %1</translation>
    </message>
</context>
<context>
    <name>nakama::TagsEdit</name>
    <message>
        <source>%1 posts</source>
        <translation>постов: %1</translation>
    </message>
    <message>
        <source>general</source>
        <translation>общий</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>художник</translation>
    </message>
    <message>
        <source>series</source>
        <translation>произведение</translation>
    </message>
    <message>
        <source>character</source>
        <translation>персонаж</translation>
    </message>
    <message>
        <source>about the file</source>
        <translation>о файле</translation>
    </message>
</context>
<context>
    <name>nakama::TileDialog</name>
    <message>
        <source>Original</source>
        <translation>Исходная</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>Что получает модель</translation>
    </message>
</context>
<context>
    <name>nakama::TileText</name>
    <message>
        <source>%1 px</source>
        <translation>%1 пикс.</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s)</source>
        <translation>
            <numerusform>%n бит</numerusform>
            <numerusform>%n бита</numerusform>
            <numerusform>%n бит</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Shear sideways</source>
        <translation>Скос вбок</translation>
    </message>
    <message>
        <source>Shear upwards</source>
        <translation>Скос вверх</translation>
    </message>
    <message>
        <source>Shift sideways</source>
        <translation>Сдвиг вбок</translation>
    </message>
    <message>
        <source>Shift upwards</source>
        <translation>Сдвиг вверх</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Поворот</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Яркость</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Резкость</translation>
    </message>
    <message>
        <source>Fewer shades</source>
        <translation>Меньше оттенков</translation>
    </message>
    <message>
        <source>Solarize</source>
        <translation>Соляризация</translation>
    </message>
    <message>
        <source>Full contrast</source>
        <translation>Полный контраст</translation>
    </message>
    <message>
        <source>Equalize</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>Cut: %1</source>
        <translation>Вырезано: %1</translation>
    </message>
    <message>
        <source>Flipped</source>
        <translation>Отражено</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>Повёрнуто на %1°</translation>
    </message>
    <message>
        <source>Brightness × %1, contrast × %2, saturation × %3, hue %4°</source>
        <translation>Яркость × %1, контраст × %2, насыщенность × %3, оттенок %4°</translation>
    </message>
    <message>
        <source>Blurred by %1 px</source>
        <translation>Размыто на %1 пикс.</translation>
    </message>
    <message>
        <source>Erased: %1</source>
        <translation>Стёрто: %1</translation>
    </message>
    <message>
        <source>Seed %1, epoch %2</source>
        <translation>Зерно %1, эпоха %2</translation>
    </message>
    <message>
        <source>flipped</source>
        <translation>отражено</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
</context>
<context>
    <name>nakama::TrainForm</name>
    <message>
        <source>How many times the model sees every training picture</source>
        <translation>Сколько раз модель увидит каждую обучающую картинку</translation>
    </message>
    <message>
        <source>Side of the square that the model sees, in pixels</source>
        <translation>Сторона квадрата, который видит модель, в пикселях</translation>
    </message>
    <message>
        <source>Train the &amp;head only</source>
        <translation>Обучать только &amp;голову</translation>
    </message>
    <message>
        <source>&amp;Augment the pictures</source>
        <translation>&amp;Аугментация картинок</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Модель:</translation>
    </message>
    <message>
        <source>Start &amp;from:</source>
        <translation>&amp;Начать с:</translation>
    </message>
    <message>
        <source>&amp;Epochs:</source>
        <translation>&amp;Эпохи:</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>Па&amp;кет:</translation>
    </message>
    <message>
        <source>Learning &amp;rate:</source>
        <translation>&amp;Темп:</translation>
    </message>
    <message>
        <source>&amp;Input size:</source>
        <translation>&amp;Вход:</translation>
    </message>
    <message>
        <source>De&amp;vice:</source>
        <translation>&amp;Устройство:</translation>
    </message>
    <message>
        <source>As the Augment page says, so that the model does not learn pictures by heart</source>
        <translation>Как задано на странице «Вариации», чтобы модель не заучивала картинки</translation>
    </message>
    <message>
        <source>For published weights: keeps the body as it is, and trains only the last layer</source>
        <translation>Для опубликованных весов: тело остаётся как есть, учится только последний слой</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>See&amp;d:</source>
        <translation>&amp;Зерно:</translation>
    </message>
    <message>
        <source>L&amp;oader threads:</source>
        <translation>По&amp;токи загрузки:</translation>
    </message>
    <message>
        <source>Mirror for &amp;weights:</source>
        <translation>Зеркало &amp;весов:</translation>
    </message>
    <message>
        <source>None: ask the makers</source>
        <translation>Нет: у авторов</translation>
    </message>
    <message>
        <source>Where the makers cannot be reached: an address such as https://mirror.example.org, which has their files under the same paths</source>
        <translation>Если серверы авторов недоступны: адрес вида https://mirror.example.org, где их файлы лежат по тем же путям</translation>
    </message>
    <message>
        <source>The body looks at so many augmented views of each picture, once; what it says is kept, so that later epochs and runs take seconds</source>
        <translation>Тело сети один раз смотрит на столько изменённых видов каждой картинки; что оно скажет, сохраняется, поэтому следующие эпохи и запуски длятся секунды</translation>
    </message>
    <message>
        <source>Step size of the optimiser</source>
        <translation>Размер шага оптимизатора</translation>
    </message>
    <message>
        <source>New ones every epoch</source>
        <translation>Новые каждую эпоху</translation>
    </message>
    <message>
        <source>Views kep&amp;t:</source>
        <translation>Со&amp;хранять виды:</translation>
    </message>
    <message>
        <source>&amp;Keep all pictures in memory (%1)</source>
        <translation>&amp;Держать все картинки в памяти (%1)</translation>
    </message>
    <message>
        <source>So few pictures stay in memory anyway</source>
        <translation>Столько картинок и так остаётся в памяти</translation>
    </message>
    <message>
        <source>Later epochs read nothing from the disk; %1 are available</source>
        <translation>Следующие эпохи ничего не читают с диска; доступно %1</translation>
    </message>
    <message>
        <source>Only %1 are available, and the training needs some itself</source>
        <translation>Доступно только %1, и часть нужна самому обучению</translation>
    </message>
    <message>
        <source>Pictures in one step; less needs less memory. Automatic: as many as fit</source>
        <translation>Картинок в одном шаге; чем меньше, тем меньше памяти. Автоматически: сколько поместится</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 бита</translation>
    </message>
    <message>
        <source>BF16</source>
        <translation>BF16</translation>
    </message>
    <message>
        <source>FP16</source>
        <translation>FP16</translation>
    </message>
    <message>
        <source>Precision:</source>
        <translation>Точность:</translation>
    </message>
    <message>
        <source>Layout:</source>
        <translation>Расположение:</translation>
    </message>
    <message>
        <source>Colour after colour</source>
        <translation>Цвет за цветом</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>Каналы последними</translation>
    </message>
    <message>
        <source>How pictures lie in memory; this changes the speed, and results by rounding only</source>
        <translation>Как картинки лежат в памяти: меняется скорость, а результаты — только округлением</translation>
    </message>
    <message>
        <source>The same seed gives the same run</source>
        <translation>То же зерно даёт то же обучение</translation>
    </message>
    <message>
        <source>Threads that decode pictures</source>
        <translation>Потоки, которые читают картинки</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>Как она учится</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>device, its memory</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What computes. Automatic: the graphics card, where there is one</source>
        <translation>Что считает. Автоматически: видеокарта, если она есть</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Набор:</translation>
    </message>
    <message>
        <source>Automatic: BF16 on a graphics card that has it, and for a transformer whose head alone learns on a processor that has it; else 32 bits. Half as many bits are faster there</source>
        <translation>Автоматически: BF16 на видеокарте, которая его умеет, и для трансформера, у которого учится одна голова, на процессоре, который его умеет; иначе 32 бита. Вдвое меньше битов там быстрее</translation>
    </message>
</context>
<context>
    <name>nakama::TrainTab</name>
    <message>
        <source>Split the pictures first</source>
        <translation>Сначала разбейте картинки</translation>
    </message>
    <message>
        <source>A model is trained on one part of the pictures and judged on another that it has never seen. Import pictures and split them on the dataset page.</source>
        <translation>Модель учится на одной части картинок, а судят её по другой, которой она не видела. Импортируйте и разбейте картинки на странице данных.</translation>
    </message>
    <message>
        <source>&amp;Go to the dataset</source>
        <translation>&amp;К данным</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Начать обучение</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Стоп</translation>
    </message>
    <message>
        <source>The curves of a run appear here</source>
        <translation>Здесь появятся кривые обучения</translation>
    </message>
    <message>
        <source>The first point comes with the first epoch</source>
        <translation>Первая точка появится с первой эпохой</translation>
    </message>
    <message>
        <source>The engine is loading…</source>
        <translation>Загружается движок…</translation>
    </message>
    <message>
        <source>Split the pictures first, on the dataset page.</source>
        <translation>Сначала разбейте картинки на странице данных.</translation>
    </message>
    <message>
        <source>Stop &amp;now</source>
        <translation>&amp;Прервать сразу</translation>
    </message>
    <message>
        <source>Drops the batch at hand and everything since the last checkpoint; the run can be continued from there</source>
        <translation>Отбрасывает текущий пакет и всё после последней контрольной точки; обучение можно продолжить с неё</translation>
    </message>
</context>
<context>
    <name>nakama::TrainingController</name>
    <message>
        <source>Train %1</source>
        <translation>Обучение %1</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n epoch(s) trained.</source>
        <translation>
            <numerusform>Завершено; пройдена %n эпоха.</numerusform>
            <numerusform>Завершено; пройдено %n эпохи.</numerusform>
            <numerusform>Завершено; пройдено %n эпох.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; all up to the last checkpoint is kept.</source>
        <translation>Остановлено; всё до последней контрольной точки сохранено.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; all up to the last batch is kept, %n epoch(s) are finished.</source>
        <translation>
            <numerusform>Остановлено; всё до последнего пакета сохранено, закончена %n эпоха.</numerusform>
            <numerusform>Остановлено; всё до последнего пакета сохранено, закончены %n эпохи.</numerusform>
            <numerusform>Остановлено; всё до последнего пакета сохранено, закончено %n эпох.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nakama::TrainingPanel</name>
    <message>
        <source>Progress of the training</source>
        <translation>Ход обучения</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Идёт обучение</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Остановится после этого пакета…</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>эпоха %1 из %2</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>пакет %1 из %2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>потери %1</translation>
    </message>
    <message>
        <source>%1 pictures/s</source>
        <translation>%1 карт./с</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>Stopping now…</source>
        <translation>Прерывается…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
</context>
<context>
    <name>nakama::TrainingTrials</name>
    <message numerus="yes">
        <source>A batch of %n picture(s) takes about %1</source>
        <translation>
            <numerusform>Пакет из %n картинки займёт около %1</numerusform>
            <numerusform>Пакет из %n картинок займёт около %1</numerusform>
            <numerusform>Пакет из %n картинок займёт около %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 that are free</source>
        <translation>%1 из свободных %2</translation>
    </message>
    <message>
        <source>%1: it does not fit. A batch of %2 would.</source>
        <comment>sizes, pictures</comment>
        <translation>%1: не помещается. Поместился бы пакет %2.</translation>
    </message>
    <message>
        <source>%1. The whole training takes about %2.</source>
        <comment>sizes, duration</comment>
        <translation>%1. Всё обучение займёт около %2.</translation>
    </message>
    <message>
        <source>Ti&amp;me and memory</source>
        <translation>Время &amp;и память</translation>
    </message>
    <message>
        <source>Find a rat&amp;e…</source>
        <translation>Подо&amp;брать темп…</translation>
    </message>
    <message>
        <source>Learns from a few black pictures and tells what the training would take</source>
        <translation>Учится на нескольких чёрных картинках и говорит, сколько займёт обучение</translation>
    </message>
    <message>
        <source>Tries rising learning rates on the first batches, and shows how the loss answers; nothing is kept of it</source>
        <translation>Пробует растущие темпы на первых пакетах и показывает, как отвечают потери; ничего из этого не сохраняется</translation>
    </message>
    <message>
        <source>Estimate a training</source>
        <translation>Оценка обучения</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Измерение…</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>Подбор темпа обучения</translation>
    </message>
    <message>
        <source>Trying rates…</source>
        <translation>Перебор темпов…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>nakama::WeightsController</name>
    <message>
        <source>Get the weights of %1</source>
        <translation>Загрузка весов %1</translation>
    </message>
</context>
<context>
    <name>nakama::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Create workspace…</source>
        <translation>&amp;Новый проект…</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>&amp;Открыть проект…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Открыть не&amp;давний</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Открыть &amp;пример</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Импорт папки…</translation>
    </message>
    <message>
        <source>Import a .&amp;zip…</source>
        <translation>Импорт .&amp;zip…</translation>
    </message>
    <message>
        <source>C&amp;lose workspace</source>
        <translation>&amp;Закрыть проект</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>&amp;Данные</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Обучение</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>О&amp;ценка</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>О&amp;формление</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Св&amp;етлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;About Nakama</source>
        <translation>&amp;О программе Nakama</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>О&amp;чистить список</translation>
    </message>
    <message>
        <source>&amp;Augment</source>
        <translation>В&amp;ариации</translation>
    </message>
    <message>
        <source>&amp;Collect</source>
        <translation>С&amp;бор</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>П&amp;равка</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>От&amp;менить</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>От&amp;менить: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Верн&amp;уть</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>Верн&amp;уть: %1</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>Размет&amp;ка</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>Про&amp;гноз</translation>
    </message>
</context>
<context>
    <name>nakama::WindowDrops</name>
    <message>
        <source>This is only the address of something: drop it to see what can be done</source>
        <translation>Это только адрес: отпустите, чтобы узнать, что можно сделать</translation>
    </message>
    <message>
        <source>Drop here to ask a model what it is</source>
        <translation>Бросьте сюда, чтобы спросить модель, кто это</translation>
    </message>
    <message>
        <source>Drop here to open the workspace, or to create one with these pictures</source>
        <translation>Бросьте сюда, чтобы открыть проект или создать новый с этими картинками</translation>
    </message>
    <message>
        <source>Drop here to import into this workspace</source>
        <translation>Бросьте сюда, чтобы импортировать в этот проект</translation>
    </message>
    <message>
        <source>Only an address was dropped, and Nakama fetches nothing from there: save the picture, or copy it and paste it here.</source>
        <translation>Брошен только адрес, а Nakama ничего оттуда не загружает: сохраните картинку или скопируйте её и вставьте сюда.</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped: save it, or copy it and paste it here.</source>
        <translation>В том, что перетащили, нет картинки: сохраните её или скопируйте и вставьте сюда.</translation>
    </message>
</context>
<context>
    <name>nakama::WorkspaceFlow</name>
    <message>
        <source>Pictures live in a workspace: create one, then import them.</source>
        <translation>Картинки живут в проекте: создайте его, затем импортируйте их.</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>Folder of a workspace</source>
        <translation>Папка проекта</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Открыть пример</translation>
    </message>
    <message>
        <source>Close workspace</source>
        <translation>Закрыть проект</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of this workspace are still running. Stop them?</source>
        <translation>
            <numerusform>Ещё выполняется %n задача этого проекта. Остановить её?</numerusform>
            <numerusform>Ещё выполняются %n задачи этого проекта. Остановить их?</numerusform>
            <numerusform>Ещё выполняются %n задач этого проекта. Остановить их?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they have stored so far stays: imported pictures, finished epochs.</source>
        <translation>Что уже сохранено, остаётся: импортированные картинки, законченные эпохи.</translation>
    </message>
    <message>
        <source>&amp;Stop them</source>
        <translation>&amp;Остановить</translation>
    </message>
</context>
<context>
    <name>nakama::WorkspacePage</name>
    <message>
        <source>Dataset</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>Вариации</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Прогноз</translation>
    </message>
</context>
<context>
    <name>nakama::WorstPanel</name>
    <message>
        <source>Worst pictures of the validation</source>
        <translation>Худшие картинки проверки</translation>
    </message>
    <message>
        <source>%1
%2 %3</source>
        <comment>class, then what was predicted and how probably</comment>
        <translation>%1
%2 %3</translation>
    </message>
    <message>
        <source>%1
Label %2: %3
Predicted %4: %5
Loss %6</source>
        <translation>%1
Метка %2: %3
Ответ %4: %5
Потери %6</translation>
    </message>
    <message>
        <source>Validation pictures with the largest loss after epoch %1, the worst first. They show what the model finds hard, and labels that may be wrong.</source>
        <translation>Картинки проверки с наибольшими потерями после эпохи %1, начиная с худшей. По ним видно, что модели даётся трудно и какие метки могут быть неверны.</translation>
    </message>
    <message>
        <source>The pictures that the model is most wrong about appear here with each epoch.</source>
        <translation>Здесь с каждой эпохой появляются картинки, на которых модель ошибается сильнее всего.</translation>
    </message>
</context>
<context>
    <name>nakama::WorstPictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Картинку не удалось прочитать.</translation>
    </message>
</context>
</TS>
