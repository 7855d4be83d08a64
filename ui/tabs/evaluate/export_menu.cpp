#include "ui/tabs/evaluate/export_menu.h"

#include "core/evaluation/result_table.h"
#include "ui/tabs/evaluate/calibration_panel.h"
#include "ui/tabs/evaluate/classes_panel.h"
#include "ui/tabs/evaluate/curves_panel.h"
#include "ui/tabs/evaluate/evaluation_csv.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/matrix_panel.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/precision_recall_panel.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/save_file.h"

#include <QClipboard>
#include <QGuiApplication>

namespace nakama
{

ExportMenu::ExportMenu(EvaluationView& view) : QMenu(&view), m_view(view)
{
    addCopies();
    addSeparator();
    addCharts();
    addSeparator();
    addPictures();
}

QString ExportMenu::fileName(const QString& what) const
{
    const auto& page = *m_view.page();
    return QStringLiteral("%1-%2-%3")
        .arg(toQString(page.run.record.id), toQString(evaluationSetName(page.set)), what);
}

void ExportMenu::addCopies()
{
    const auto table = [this] {
        const auto& page = *m_view.page();
        return ResultTable{std::string(evaluationSetName(page.set)), {{page.run.record.id, *page.metrics}}};
    };
    const auto copy = [](const std::string& text) { QGuiApplication::clipboard()->setText(toQString(text)); };
    addAction(tr("Cop&y the figures as Markdown"), this, [=] { copy(markdownOf(table())); });
    addAction(tr("Copy the figures as La&TeX"), this, [=] { copy(latexOf(table())); });
    addAction(tr("Copy the classes as Mar&kdown"), this,
              [=, this] { copy(markdownOf(*m_view.page()->metrics)); });
    addAction(tr("Copy the classes as LaTe&X"), this, [=, this] { copy(latexOf(*m_view.page()->metrics)); });
}

void ExportMenu::addChart(const QString& text, const QString& file, const std::function<Drawing()>& drawing,
                          const std::function<MakeText()>& csv)
{
    addAction(text, this, [=, this] { saveChart(&m_view, drawing(), csv(), fileName(file)); });
}

void ExportMenu::addCharts()
{
    const auto panels = m_view.panels();
    addChart(
        tr("&Classes (PNG, SVG, CSV)…"), QStringLiteral("classes.png"),
        [=] { return panels.classes->drawing(); },
        [=] { return [classes = panels.classes->classes()] { return classesCsv(classes); }; });
    addChart(
        tr("Confusion &matrix (PNG, SVG, CSV)…"), QStringLiteral("confusion.png"),
        [=] { return panels.matrix->drawing(); },
        [this] { return [metrics = *m_view.page()->metrics] { return confusionCsv(metrics); }; });
    addChart(
        tr("P&recision and recall (PNG, SVG, CSV)…"), QStringLiteral("precision-recall.png"),
        [=] { return panels.precisionRecall->drawing(); },
        [this] { return [pictures = m_view.page()->pictures] { return precisionRecallCsv(*pictures); }; });
    addChart(
        tr("C&alibration (PNG, SVG, CSV)…"), QStringLiteral("calibration.png"),
        [=] { return panels.calibration->drawing(); },
        [this] { return [pictures = m_view.page()->pictures] { return reliabilityCsv(*pictures); }; });
    addChart(
        tr("Ma&p (PNG, SVG, CSV)…"), QStringLiteral("map.png"), [=] { return panels.map->drawing(); },
        [=, this] {
            return [map = panels.map->map(), pictures = m_view.page()->pictures] {
                return mapCsv(map, *pictures);
            };
        });
    addChart(
        tr("&Learning curves (PNG, SVG, CSV)…"), QStringLiteral("learning.png"),
        [=] { return panels.curves->drawing(); },
        [this] { return [epochs = m_view.page()->run.epochs] { return epochsCsv(epochs); }; });
}

void ExportMenu::addPictures()
{
    const auto* const panel = &m_view.picturesPanel();
    addAction(tr("L&ist of the pictures (CSV)…"), this, [=, this] {
        const auto& page = *m_view.page();
        saveCsv(
            &m_view,
            [pictures = page.pictures, shown = panel->shown(), now = page.now] {
                return picturesCsv(*pictures, shown, now);
            },
            fileName(panel->listName() + QStringLiteral(".csv")));
    });
    addAction(tr("Pictures in si&ght (PNG)…"), this, [=, this] {
        savePicture(&m_view, panel->picture(), fileName(panel->listName() + QStringLiteral(".png")));
    });
}

} // namespace nakama
