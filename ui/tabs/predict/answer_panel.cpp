#include "ui/tabs/predict/answer_panel.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/bar_delegate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int panelWidth = 300;

QLabel* makeLabel()
{
    auto* const label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AnswerPanel::AnswerPanel(QWidget* parent)
    : QWidget(parent), m_name(makeLabel()), m_verdict(makeLabel()), m_sentence(makeLabel()),
      m_classes(new QStandardItemModel(this)), m_table(new QTableView), m_why(new QCheckBox(tr("Show &why"))),
      m_opacity(new QSlider(Qt::Horizontal)), m_model(makeLabel())
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    m_verdict->setFont(large);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_model->setForegroundRole(QPalette::PlaceholderText);

    m_table->setModel(m_classes);
    m_table->setItemDelegateForColumn(1, new BarDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Classes by probability"));

    m_why->setToolTip(tr("Warm spots speak for the class that is chosen in the table"));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(65);
    m_opacity->setAccessibleName(tr("How dense the spots are"));
    m_opacity->setToolTip(m_opacity->accessibleName());
    m_opacity->setEnabled(false);
    auto* const why = new QHBoxLayout;
    why->addWidget(m_why);
    why->addWidget(m_opacity, 1);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_verdict, m_sentence})
        layout->addWidget(part);
    layout->addWidget(m_table, 1);
    layout->addLayout(why);
    layout->addWidget(m_model);
    setMinimumWidth(panelWidth);

    connect(m_why, &QCheckBox::toggled, this, [this](bool wanted) {
        m_opacity->setEnabled(wanted);
        Q_EMIT explainedRankChanged();
    });
    connect(m_opacity, &QSlider::valueChanged, this,
            [this] { Q_EMIT overlayOpacityChanged(overlayOpacity()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_why->isChecked())
            Q_EMIT explainedRankChanged();
    });
    show(nullptr);
}

void AnswerPanel::show(const PictureToAsk* picture)
{
    const QSignalBlocker quiet(m_table->selectionModel());
    m_classes->clear();
    m_classes->setHorizontalHeaderLabels({tr("Class"), tr("Probability")});
    m_name->setText(picture ? picture->name : QString());
    m_verdict->clear();
    m_sentence->clear();
    if (picture)
        showState(*picture);
    m_sentence->setVisible(!m_sentence->text().isEmpty());
}

void AnswerPanel::showState(const PictureToAsk& picture)
{
    if (!picture.answered)
        m_verdict->setText(tr("Waiting…"));
    else if (!picture.answer.problem.empty())
        m_verdict->setText(tr("Not readable"));
    else
        showAnswer(picture.answer);
    if (!picture.answer.problem.empty())
        m_sentence->setText(toQString(picture.answer.problem));
}

void AnswerPanel::showAnswer(const PictureAnswer& answer)
{
    m_verdict->setText(verdictText(answer.verdict));
    if (answer.several.size() == 2)
        m_sentence->setText(
            tr("Its halves look like %1 and %2, each by itself. Drag a box over one to ask about it alone.")
                .arg(toQString(answer.several[0]), toQString(answer.several[1])));
    else if (answer.verdict == noneVerdict)
        m_sentence->setText(
            tr("It is unlike the training pictures of all classes, or the answer is unsure."));
    for (const auto& [name, probability] : answer.top) {
        auto* const share = new QStandardItem(tr("%1 %").arg(QLocale().toString(100 * probability, 'f', 1)));
        share->setData(probability, Qt::UserRole);
        m_classes->appendRow({new QStandardItem(toQString(name)), share});
    }
    m_table->resizeColumnToContents(0);
    m_table->setCurrentIndex(m_classes->index(0, 0));
}

void AnswerPanel::setModelText(const QString& text)
{
    m_model->setText(text);
}

std::optional<int> AnswerPanel::explainedRank() const
{
    const int row = m_table->currentIndex().row();
    return m_why->isChecked() && row >= 0 ? std::optional(row) : std::nullopt;
}

double AnswerPanel::overlayOpacity() const
{
    return m_opacity->value() / 100.0;
}

} // namespace nakama
