#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace nakama
{

/** A small table of words, as it is shown, copied and kept. */
struct TextTable
{
    QString title;
    QStringList header;
    QStringList meanings; ///< tool tips of the header's cells; may be fewer
    QList<QStringList> rows;
};

/** What a table is outside the window. */
struct TableTexts
{
    QString markdown;
    QString latex;
    QByteArray csv;
};

QString markdownOf(const TextTable& table);
/** A LaTeX table environment for the booktabs package; all columns but the first are to the right. */
QString latexOf(const TextTable& table);
/** RFC 4180. */
QByteArray csvOf(const TextTable& table);

} // namespace nakama
