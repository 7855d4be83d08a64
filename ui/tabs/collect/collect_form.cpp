#include "ui/tabs/collect/collect_form.h"

#include "ui/theme/form_rows.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/collapsible_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace nakama
{

namespace
{

constexpr int anyScore = -100; ///< the lowest value of the field stands for "any"

QSpinBox* makeNumber(int low, int high, const QString& explanation)
{
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setGroupSeparatorShown(true);
    box->setToolTip(explanation);
    return box;
}

QCheckBox* makeCheck(const QString& text, const QString& explanation)
{
    auto* box = new QCheckBox(text);
    box->setToolTip(explanation);
    return box;
}

} // namespace

CollectForm::CollectForm(QWidget* parent)
    : QWidget(parent),
      m_wanted(makeNumber(1, 100'000, tr("How many pictures each class is to have from this search"))),
      m_general(makeCheck(tr("&General"), tr("Nothing that a person might not want to be seen with"))),
      m_sensitive(makeCheck(tr("Se&nsitive"), tr("Swimwear, light violence and the like"))),
      m_questionable(makeCheck(tr("Q&uestionable"), tr("For adults: nudity and the like"))),
      m_explicit(makeCheck(tr("E&xplicit"), tr("For adults: sexual acts and strong violence"))),
      m_score(makeNumber(anyScore, 100'000, tr("Votes of the server's users, those against subtracted"))),
      m_side(makeNumber(0, 10'000, tr("Width and height of the original are both at least this"))),
      m_variant(new QComboBox),
      m_solo(makeCheck(
          tr("&By themselves (tag “solo”)"),
          tr("Asks the server for pictures with one person alone. It counts as a tag of the search"))),
      m_oneCharacter(makeCheck(tr("Onl&y one character tagged"),
                               tr("Leaves out pictures in which other characters appear too"))),
      m_rate(new QDoubleSpinBox), m_parallel(makeNumber(1, 8, tr("Downloads that run beside each other"))),
      m_server(new QLineEdit)
{
    m_wanted->setObjectName(QStringLiteral("wanted"));
    m_server->setObjectName(QStringLiteral("server"));
    m_rate->setObjectName(QStringLiteral("rate"));
    m_oneCharacter->setObjectName(QStringLiteral("oneCharacter"));
    auto* more = new CollapsibleSection(tr("More settings"));
    more->setContent(makeMore());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeMain());
    layout->addWidget(more);
    layout->addStretch();
    fill(loadCollectSettings());
    connectFields();
}

QWidget* CollectForm::makeRatings()
{
    auto* box = new QWidget;
    box->setAccessibleName(tr("Ratings"));
    auto* layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_general, 0, 0);
    layout->addWidget(m_sensitive, 0, 1);
    layout->addWidget(m_questionable, 1, 0);
    layout->addWidget(m_explicit, 1, 1);
    return box;
}

QWidget* CollectForm::makeMain()
{
    m_score->setSpecialValueText(tr("Any"));
    m_side->setSpecialValueText(tr("Any"));
    m_side->setSuffix(tr(" px"));
    m_side->setSingleStep(64);
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->addItem(tr("Originals"), static_cast<int>(PostVariant::Original));
    m_variant->addItem(tr("At most 850 px wide"), static_cast<int>(PostVariant::Sample));
    m_variant->addItem(tr("Within 720 × 720 px"), static_cast<int>(PostVariant::Small));
    m_variant->setToolTip(tr("Originals are verified by their published checksum; smaller files are enough "
                             "for training and save disk and time"));
    auto* form = new QWidget;
    auto* layout = makeFormLayout(form);
    layout->addRow(tr("&Wanted of each class:"), m_wanted);
    layout->addRow(new QLabel(tr("Rated by the server as")));
    layout->addRow(makeRatings());
    layout->addRow(tr("&Minimum score:"), m_score);
    layout->addRow(tr("Minimum si&de:"), m_side);
    layout->addRow(tr("F&iles:"), m_variant);
    layout->addRow(m_solo);
    layout->addRow(m_oneCharacter);
    centreLabels(*layout);
    return form;
}

QWidget* CollectForm::makeMore()
{
    m_rate->setRange(0.1, 10);
    m_rate->setSingleStep(0.5);
    m_rate->setDecimals(1);
    m_rate->setToolTip(tr("Questions to the server; its rules allow 10 and ask for about 1 in long runs"));
    m_server->setMinimumWidth(200); // an address is long: it gets a row of its own
    m_server->setToolTip(tr("Any server that runs Danbooru's program"));
    auto* form = new QWidget;
    auto* layout = makeFormLayout(form);
    layout->addRow(tr("Re&quests a second:"), m_rate);
    layout->addRow(tr("Pictures at &once:"), m_parallel);
    layout->addRow(tr("Server UR&L:"), m_server);
    centreLabels(*layout);
    return form;
}

void CollectForm::fill(const CollectSettings& settings)
{
    const auto& [client, filter, variant, wanted] = settings;
    const auto rated = [&](char letter) { return filter.ratings.find(letter) != std::string::npos; };
    m_wanted->setValue(wanted);
    m_general->setChecked(rated('g'));
    m_sensitive->setChecked(rated('s'));
    m_questionable->setChecked(rated('q'));
    m_explicit->setChecked(rated('e'));
    m_score->setValue(filter.minScore.value_or(anyScore));
    m_side->setValue(filter.minSide);
    m_variant->setCurrentIndex(m_variant->findData(static_cast<int>(variant)));
    m_solo->setChecked(filter.solo == Solo::Required);
    m_oneCharacter->setChecked(filter.characters == CharactersShown::OneOnly);
    m_rate->setValue(client.requestsPerSecond);
    m_parallel->setValue(client.parallelPictures);
    m_server->setText(toQString(client.server));
}

void CollectForm::connectFields()
{
    for (auto* box : {m_wanted, m_score, m_side, m_parallel})
        connect(box, &QSpinBox::valueChanged, this, &CollectForm::keep);
    for (auto* box : {m_general, m_sensitive, m_questionable, m_explicit, m_solo, m_oneCharacter})
        connect(box, &QCheckBox::toggled, this, &CollectForm::keep);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &CollectForm::keep);
    connect(m_variant, &QComboBox::currentIndexChanged, this, &CollectForm::keep);
    connect(m_server, &QLineEdit::textChanged, this, &CollectForm::keep);
}

void CollectForm::keep()
{
    saveCollectSettings(settings());
    Q_EMIT changed();
}

CollectSettings CollectForm::settings() const
{
    CollectSettings settings;
    auto& [client, filter, variant, wanted] = settings;
    QStringList ratings;
    for (const auto& [box, letter] : {std::pair{m_general, "g"}, std::pair{m_sensitive, "s"},
                                      std::pair{m_questionable, "q"}, std::pair{m_explicit, "e"}})
        if (box->isChecked())
            ratings << QString::fromLatin1(letter);
    filter.ratings = toStdString(ratings.join(QLatin1Char(',')));
    if (m_score->value() > anyScore)
        filter.minScore = m_score->value();
    filter.minSide = m_side->value();
    filter.solo = m_solo->isChecked() ? Solo::Required : Solo::Any;
    filter.characters = m_oneCharacter->isChecked() ? CharactersShown::OneOnly : CharactersShown::Any;
    variant = static_cast<PostVariant>(m_variant->currentData().toInt());
    wanted = m_wanted->value();
    client.requestsPerSecond = m_rate->value();
    client.parallelPictures = m_parallel->value();
    client.server = toStdString(m_server->text().trimmed());
    return settings;
}

QString CollectForm::problem() const
{
    const auto current = settings();
    if (current.filter.ratings.empty())
        return tr("Tick at least one rating.");
    if (const auto checked = checkClientParams(current.client); !checked)
        return toQString(checked.error().text());
    return {};
}

} // namespace nakama
