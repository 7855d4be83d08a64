#include "ui/tabs/evaluate/text_table.h"

#include "core/base/csv.h"
#include "ui/viewmodels/convert.h"

#include <initializer_list>
#include <utility>

namespace nakama
{

namespace
{

using Rules = std::initializer_list<std::pair<char16_t, const char*>>;

QString escaped(const QString& text, const Rules& rules)
{
    QString result;
    for (const QChar c : text) {
        QString written(c);
        for (const auto& [special, instead] : rules)
            if (c == QChar(special))
                written = QString::fromLatin1(instead);
        result += written;
    }
    return result;
}

QString forMarkdown(const QString& text)
{
    return escaped(
        text, {{u'|', "\\|"}, {u'*', "\\*"}, {u'_', "\\_"}, {u'`', "\\`"}, {u'<', "&lt;"}, {u'\n', " "}});
}

QString forLatex(const QString& text)
{
    return escaped(text, {{u'\\', "\\textbackslash{}"},
                          {u'_', "\\_"},
                          {u'%', "\\%"},
                          {u'&', "\\&"},
                          {u'#', "\\#"},
                          {u'$', "\\$"},
                          {u'{', "\\{"},
                          {u'}', "\\}"},
                          {u'~', "\\textasciitilde{}"},
                          {u'^', "\\textasciicircum{}"},
                          {u'<', "\\textless{}"},
                          {u'…', "\\dots{}"},
                          {u'–', "--"},
                          {u'−', "$-$"}});
}

QString joined(const QStringList& cells, QString (*escape)(const QString&), const QString& between)
{
    QStringList texts;
    for (const QString& cell : cells)
        texts << escape(cell);
    return texts.join(between);
}

QByteArray csvLine(const QStringList& cells)
{
    QByteArrayList fields;
    for (const QString& cell : cells)
        fields << QByteArray::fromStdString(csvField(toStdString(cell)));
    return fields.join(',') + '\n';
}

} // namespace

QString markdownOf(const TextTable& table)
{
    const auto line = [](const QStringList& cells) {
        return QStringLiteral("| ") + joined(cells, forMarkdown, QStringLiteral(" | ")) +
               QStringLiteral(" |\n");
    };
    QString text = QStringLiteral("**%1**\n\n").arg(forMarkdown(table.title)) + line(table.header);
    text += QStringLiteral("|---") + QStringLiteral("|---:").repeated(table.header.size() - 1) +
            QStringLiteral("|\n");
    for (const auto& row : table.rows)
        text += line(row);
    return text;
}

QString latexOf(const TextTable& table)
{
    const auto line = [](const QStringList& cells) {
        return joined(cells, forLatex, QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
    };
    QString text =
        QStringLiteral("\\begin{table}\n\\centering\n\\caption{%1}\n\\begin{tabular}{l%2}\n\\toprule\n")
            .arg(forLatex(table.title), QStringLiteral("r").repeated(table.header.size() - 1));
    text += line(table.header) + QStringLiteral("\\midrule\n");
    for (const auto& row : table.rows)
        text += line(row);
    return text + QStringLiteral("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
}

QByteArray csvOf(const TextTable& table)
{
    QByteArray text = csvLine(table.header);
    for (const auto& row : table.rows)
        text += csvLine(row);
    return text;
}

} // namespace nakama
