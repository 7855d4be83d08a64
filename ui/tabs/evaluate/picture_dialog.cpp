#include "ui/tabs/evaluate/picture_dialog.h"

#include "ui/tabs/evaluate/picture_edit_bar.h"
#include "ui/tabs/evaluate/predicted_pictures_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/viewmodels/image_list_model.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/save_file.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int nearThumbnail = 96;

} // namespace

PictureDialog::PictureDialog(Session& session, EvaluationPage page, QWidget* parent)
    : QDialog(parent), m_session(session), m_page(std::move(page)),
      m_insight(new PictureInsight(session, m_page.run.record.id,
                                   m_page.hasOneModel() ? QString() : noOneModelText(), this)),
      m_view(new PictureView(PictureView::Boxes::Refused, this)), m_edits(new PictureEditBar(*this, this)),
      m_facts(new QLabel(this)), m_class(new QComboBox(this)), m_strength(new QSlider(Qt::Horizontal, this)),
      m_method(new QLabel(this)), m_save(new QPushButton(tr("Save as P&NG…"), this)),
      m_near(new QCheckBox(tr("&Looks like these training pictures"), this)), m_nearText(new QLabel(this)),
      m_nearModel(new ImageListModel(this)), m_nearGrid(new ImageGrid(this)),
      m_before(new QPushButton(tr("&Previous"), this)), m_after(new QPushButton(tr("&Next"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* const layout = new QHBoxLayout(this);
    auto* const left = new QVBoxLayout;
    left->addWidget(m_view, 1);
    left->addWidget(m_edits);
    layout->addLayout(left, 1);
    layout->addWidget(makeSide());
    resize(1000, 680);
    m_edits->setLabels(session.snapshot().classes);
    m_edits->setUndoShortcut(QKeySequence::Undo);
    connect(m_edits, &PictureEditBar::editRequested, &m_session, &Session::edit);
    connect(m_edits, &PictureEditBar::undoRequested, &m_session, &Session::undo);
    connect(&m_session, &Session::journalChanged, this, &PictureDialog::takeJournal);
    connect(m_save, &QPushButton::clicked, this, &PictureDialog::saveOverlay);
    takeJournal();
    connect(m_insight, &PictureInsight::explained, this, &PictureDialog::take);
    connect(m_insight, &PictureInsight::foundNear, this, &PictureDialog::takeNear);
    connect(m_near, &QCheckBox::toggled, this, &PictureDialog::findNear);
    connect(m_class, &QComboBox::activated, this, &PictureDialog::explain);
    connect(m_strength, &QSlider::valueChanged, m_view,
            [this](int value) { m_view->setOverlayOpacity(value / 100.0); });
    connect(m_before, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { go(1); });
    connect(&session, &Session::workspaceChanged, this, &QDialog::close);
    m_strength->setValue(50);
}

QWidget* PictureDialog::makeSide()
{
    auto* const side = new QWidget(this);
    side->setFixedWidth(280);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_method->setWordWrap(true);
    for (const auto& name : m_page.pictures->classes())
        m_class->addItem(toQString(name));
    m_strength->setRange(0, 100);
    const auto labelled = [&](const QString& text, QWidget* field) {
        auto* const label = new QLabel(text, side);
        label->setBuddy(field);
        return label;
    };
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_facts);
    column->addSpacing(12);
    column->addWidget(labelled(tr("What speaks for the &class"), m_class));
    column->addWidget(m_class);
    column->addWidget(labelled(tr("&Strength of the overlay"), m_strength));
    column->addWidget(m_strength);
    column->addWidget(m_method);
    m_save->setToolTip(tr("The picture with what is laid over it"));
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addSpacing(12);
    m_near->setEnabled(m_page.hasOneModel());
    m_near->setToolTip(m_page.hasOneModel()
                           ? tr("The nearest in what the model sees; the first time all training pictures "
                                "are asked about")
                           : noOneModelText());
    m_nearText->setWordWrap(true);
    m_nearText->hide();
    m_nearGrid->setModel(m_nearModel);
    m_nearGrid->setCaptionLines(2);
    m_nearGrid->setThumbnailSize(nearThumbnail);
    m_nearGrid->hide();
    m_nearGrid->installEventFilter(this);
    column->addWidget(m_near);
    column->addWidget(m_nearText);
    column->addWidget(m_nearGrid, 1);
    column->addStretch();
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_before);
    buttons->addWidget(m_after);
    column->addLayout(buttons);
    return side;
}

const PredictedPicture& PictureDialog::picture() const
{
    return m_page.pictures->pictures()[m_numbers[static_cast<std::size_t>(m_place)]];
}

void PictureDialog::show(const std::vector<std::size_t>& numbers, int place)
{
    m_numbers = numbers;
    m_place = place;
    showPicture();
    QDialog::show();
    m_view->setFocus();
}

void PictureDialog::go(int steps)
{
    const int place = m_place + steps;
    if (place < 0 || place >= static_cast<int>(m_numbers.size()))
        return;
    m_place = place;
    showPicture();
}

void PictureDialog::showPicture()
{
    const auto& one = picture();
    setWindowTitle(tr("%1 (%2 of %3)", "name of the picture, its place, all")
                       .arg(toQString(one.name).section(QLatin1Char('/'), -1),
                            QLocale().toString(m_place + 1),
                            QLocale().toString(static_cast<qlonglong>(m_numbers.size()))));
    showFacts();
    m_class->setCurrentIndex(one.predictedClass);
    m_before->setEnabled(m_place > 0);
    m_after->setEnabled(m_place + 1 < static_cast<int>(m_numbers.size()));
    m_fresh = true;
    explain();
    findNear();
}

void PictureDialog::showFacts()
{
    const auto& one = picture();
    const auto& classes = m_page.pictures->classes();
    const auto name = [&](int index) {
        return index < 0 ? tr("unknown") : toQString(classes[static_cast<std::size_t>(index)]);
    };
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 1); };
    QStringList lines{
        tr("Predicted %1: %2 %").arg(name(one.predictedClass), percent(one.predictedProbability))};
    if (one.trueClass >= 0)
        lines << tr("True %1: %2 %").arg(name(one.trueClass), percent(one.trueProbability));
    lines << toQString(one.name);
    if (const QString changed = changeText(now()); !changed.isEmpty())
        lines << changed;
    m_facts->setText(lines.join(QLatin1Char('\n')));
    const auto id = now().imageId;
    m_edits->setPictures(id == 0 ? std::vector<std::int64_t>() : std::vector{id},
                         one.predictedClass < 0 ? QString() : name(one.predictedClass));
}

void PictureDialog::setNow(const std::vector<PictureNow>& now)
{
    m_page.now = now;
    showFacts();
}

void PictureDialog::takeJournal()
{
    const auto& snapshot = m_session.snapshot();
    m_edits->setUndo(snapshot.nextUndo ? editText(*snapshot.nextUndo, snapshot.classes) : QString());
}

void PictureDialog::saveOverlay()
{
    QImage image = m_view->picture().convertToFormat(QImage::Format_RGB32);
    if (!m_overlay.isNull()) {
        QPainter painter(&image);
        painter.setOpacity(m_strength->value() / 100.0);
        painter.drawImage(image.rect(), m_overlay);
    }
    const QString name = toQString(picture().name).section(QLatin1Char('/'), -1);
    savePicture(this, image, name.section(QLatin1Char('.'), 0, 0) + QStringLiteral("-overlay.png"));
}

const PictureNow& PictureDialog::now() const
{
    static const PictureNow gone;
    const auto number = m_numbers[static_cast<std::size_t>(m_place)];
    return number < m_page.now.size() ? m_page.now[number] : gone;
}

void PictureDialog::explain()
{
    const auto& file = now().file;
    m_view->setOverlay({});
    m_overlay = {};
    m_save->setEnabled(!file.empty());
    if (file.empty()) {
        m_view->setPicture({});
        m_view->setPlaceholder(tr("The picture is no longer in the workspace."));
        m_method->clear();
        return;
    }
    m_method->setText(m_page.hasOneModel() ? tr("Asking the model…") : QString());
    m_insight->explain(file, m_class->currentIndex());
}

void PictureDialog::take(const PictureExplanation& explanation)
{
    if (m_fresh)
        m_view->setPicture(explanation.picture); // another class leaves the zoom
    m_fresh = false;
    m_view->setPlaceholder(explanation.problem);
    m_overlay = explanation.overlay;
    m_view->setOverlay(m_overlay);
    m_method->setText(
        m_overlay.isNull()
            ? explanation.problem
            : tr("%1: red where it speaks for the class.", "name of a method").arg(explanation.method));
}

void PictureDialog::findNear()
{
    m_nearModel->setItems({});
    m_nearGrid->hide();
    m_nearText->setVisible(m_near->isChecked());
    if (!m_near->isChecked() || now().imageId == 0)
        return;
    m_nearText->setText(tr("Looking…"));
    m_insight->findNear(now().imageId);
}

void PictureDialog::takeNear(const std::vector<NearPicture>& pictures, const QString& problem)
{
    const auto& classes = m_session.snapshot().classes;
    std::vector<ImageItem> items;
    for (const auto& one : pictures) {
        const auto index = static_cast<std::size_t>(one.image.classIndex);
        const QString name = one.image.classIndex >= 0 && index < classes.size()
                                 ? toQString(classes[index].name)
                                 : tr("no label");
        const QString second = one.copy
                                   ? tr("known as a copy")
                                   : tr("%1 % alike").arg(QLocale().toString(100 * one.likeness, 'f', 0));
        ImageItem item;
        item.file = m_session.workspace().imagePath(one.image.sha256, one.image.extension);
        item.title = name + QLatin1Char('\n') + second;
        item.toolTip = toQString(one.image.originalName);
        items.push_back(std::move(item));
    }
    m_nearText->setText(problem);
    m_nearText->setVisible(!problem.isEmpty());
    m_nearGrid->setVisible(!items.empty());
    m_nearModel->setItems(std::move(items));
}

bool PictureDialog::eventFilter(QObject* watched, QEvent* event)
{
    // The keys of the edit bar are about the large picture, not about one that looks like it.
    if (watched == m_nearGrid && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void PictureDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        go(-1);
    else if (event->key() == Qt::Key_Right)
        go(1);
    else
        QDialog::keyPressEvent(event);
}

} // namespace nakama
