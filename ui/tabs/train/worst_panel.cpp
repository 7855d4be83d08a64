#include "ui/tabs/train/worst_panel.h"

#include "ui/tabs/train/worst_picture_dialog.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/image_list_model.h"
#include "ui/widgets/image_grid.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int thumbnail = 96;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 0) + QStringLiteral(" %");
}

} // namespace

WorstPanel::WorstPanel(QWidget* parent)
    : QWidget(parent), m_headline(new QLabel), m_model(new ImageListModel(this)), m_grid(new ImageGrid)
{
    m_headline->setWordWrap(true);
    m_headline->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setModel(m_model);
    m_grid->setObjectName(QStringLiteral("worstPictures"));
    m_grid->setAccessibleName(tr("Worst pictures of the validation"));
    m_grid->setThumbnailSize(thumbnail);
    m_grid->setCaptionLines(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_grid, 1);
    connect(m_grid, &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { open(index.row()); });
    connect(m_grid, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { open(index.row()); });
    clear();
}

void WorstPanel::show(const WorstPictures& worst, const std::vector<std::filesystem::path>& files,
                      const QStringList& classes)
{
    if (worst.pictures.empty())
        return clear();
    std::vector<ImageItem> items;
    for (std::size_t i = 0; i < worst.pictures.size(); ++i) {
        const auto& picture = worst.pictures[i];
        const QString label = classes.value(picture.label);
        const QString predicted = classes.value(picture.predicted);
        items.push_back(
            {files[i],
             tr("%1\n%2 %3", "class, then what was predicted and how probably")
                 .arg(label, predicted, percent(picture.probability)),
             tr("%1\nLabel %2: %3\nPredicted %4: %5\nLoss %6")
                 .arg(toQString(picture.name), label, percent(picture.labelProbability), predicted,
                      percent(picture.probability), QLocale().toString(picture.loss, 'f', 2))});
    }
    m_model->setItems(std::move(items));
    m_headline->setText(tr("Validation pictures with the largest loss after epoch %1, the worst first. They "
                           "show what the model "
                           "finds hard, and labels that may be wrong.")
                            .arg(worst.epoch));
}

void WorstPanel::clear()
{
    m_model->setItems({});
    m_headline->setText(tr("The pictures that the model is most wrong about appear here with each epoch."));
}

void WorstPanel::open(int row)
{
    const auto& item = m_model->items().at(static_cast<std::size_t>(row));
    if (item.file.empty())
        return;
    if (!m_dialog)
        m_dialog = new WorstPictureDialog(this);
    m_dialog->show(item.file, item.toolTip);
}

} // namespace nakama
