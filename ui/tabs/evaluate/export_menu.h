#pragma once

#include <QMenu>

#include <functional>

namespace nakama
{

class EvaluationView;
struct Drawing;

/** Everything that the page shows, to be kept or copied: tables as CSV, charts as PNG, SVG or CSV. Each asks
 * where to. Only for a page with metrics. */
class ExportMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ExportMenu(EvaluationView& view);

private:
    void addCopies();
    void addCharts();
    void addPictures();
    void addChart(const QString& text, const QString& file, const std::function<Drawing()>& drawing,
                  const std::function<std::function<QByteArray()>()>& csv);
    QString fileName(const QString& what) const;

    EvaluationView& m_view;
};

} // namespace nakama
