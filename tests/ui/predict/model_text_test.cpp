#include "ui/tabs/predict/model_text.h"

#include <QTest>

using namespace nakama;

/** What the page says of how far a model's verdicts can be trusted. */
class ModelTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsNeededWhereNothingIsFitted()
    {
        const auto text = modelText(AnsweringModel{});
        QVERIFY2(text.contains(QStringLiteral("no picture is refused")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("on %1 validation").arg(OpenSet::fewestPictures)),
                 qPrintable(text));
    }

    void asksForAnotherEvaluationOnlyWhereThatHelps()
    {
        const auto older = QStringLiteral("evaluate the run again");
        AnsweringModel model;
        model.openSet.emplace();
        const auto text = modelText(model);
        QVERIFY2(!text.contains(older), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("two classes")), qPrintable(text));

        model.openSet->rule.version = 1;
        QVERIFY2(modelText(model).contains(older), qPrintable(modelText(model)));

        model.openSet->rule.several.emplace();
        model.openSet->rule.several->pairs = {9, 10};
        QVERIFY2(modelText(model).contains(QStringLiteral("Of 10 pairs")), qPrintable(modelText(model)));
    }
};

QTEST_MAIN(ModelTextTest)
#include "model_text_test.moc"
