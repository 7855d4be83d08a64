#include "ui/tabs/dataset/quick_look.h"

#include "core/imaging/decode.h"
#include "core/workspace/catalogue.h"
#include "ui/tabs/dataset/filter_chips.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/widgets/picture_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

#include <opencv2/core/mat.hpp>

#include <memory>

namespace nakama
{

namespace
{

struct Looked
{
    QImage image;
    QString problem; ///< why there is no image
    ImageRecord record;
    std::vector<LabelRecord> labels;
    std::optional<Provenance> provenance;
};

Result<Looked> look(const Workspace& workspace, std::int64_t id)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    Looked looked;
    NAKAMA_TRY(looked.record, catalogue.image(id));
    NAKAMA_TRY(looked.labels, catalogue.labelHistory(id));
    NAKAMA_TRY(looked.provenance, catalogue.provenance(id));
    const auto picture = decodeImageFile(workspace.imagePath(looked.record.sha256, looked.record.extension));
    if (picture)
        looked.image = toQImage(*picture);
    else
        looked.problem = errorText(picture.error());
    return looked;
}

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(name, value.toHtmlEscaped());
}

QString detailsText(const Looked& looked, const std::vector<ClassInfo>& classes)
{
    const auto& record = looked.record;
    QString text = row(QuickLook::tr("Name"), toQString(record.originalName));
    text += row(QuickLook::tr("Label"), classText(record.classIndex, classes));
    if (!looked.labels.empty())
        text += row(QuickLook::tr("Labelled by"),
                    toQString(looked.labels.back().origin) + QStringLiteral(", ") +
                        QLocale().toString(toLocalTime(looked.labels.back().at), QLocale::ShortFormat));
    if (record.mark)
        text += row(QuickLook::tr("Marked"), markText(*record.mark));
    if (record.setAside)
        text += row(QuickLook::tr("Out of use"), asideText(*record.setAside));
    text += row(QuickLook::tr("Where"), record.split ? splitPartText(*record.split) : poolText(record.pool));
    text += row(QuickLook::tr("Size"), QStringLiteral("%1 × %2, %3")
                                           .arg(record.width)
                                           .arg(record.height)
                                           .arg(QLocale().formattedDataSize(record.bytes)));
    text += row(QuickLook::tr("Source"), toQString(record.source));
    text += row(QuickLook::tr("SHA-256"), toQString(record.sha256));
    if (!looked.provenance)
        return text;
    const auto& post = looked.provenance->post;
    const QString page = toQString(looked.provenance->page()).toHtmlEscaped();
    text += QStringLiteral("<p><b>%1</b><br><a href=\"%2\">%2</a></p>").arg(QuickLook::tr("Post"), page);
    text += row(QuickLook::tr("MD5"), toQString(post.md5));
    text += row(QuickLook::tr("Rating"), ratingText(post.rating));
    text += row(QuickLook::tr("Artists"), toQString(post.artists));
    text += row(QuickLook::tr("Tags"), toQString(post.tags));
    text += row(QuickLook::tr("Found at"), toQString(post.source));
    text += row(QuickLook::tr("Licence"),
                QuickLook::tr("Unknown: the rights are the artist's. Ask before you publish it."));
    return text;
}

} // namespace

QuickLook::QuickLook(Session& session, const PictureListModel& model, QWidget* parent)
    : QDialog(parent), m_session(session), m_model(model), m_view(new PictureView), m_details(new QLabel)
{
    setWindowTitle(tr("Quick look"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::RichText);
    m_details->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_details->setOpenExternalLinks(true);
    m_details->setFocusPolicy(Qt::NoFocus);
    m_details->setAlignment(Qt::AlignTop);
    m_details->setContentsMargins(10, 0, 10, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(280);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(scroll);
    resize(960, 640);
    connect(&session, &Session::workspaceChanged, this, &QDialog::close);
}

void QuickLook::showRow(int row)
{
    if (row < 0 || row >= m_model.rowCount() || !m_session.hasWorkspace())
        return;
    m_row = row;
    Q_EMIT rowChanged(row);
    using Looker = Task<Looked>;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("quick look");
    const auto work = [workspace = m_session.workspace(), id = m_model.idAt(row)](JobContext&) {
        return look(workspace, id);
    };
    m_session.jobs().start(std::make_shared<Looker>("look", work), options, this,
                           [this](Looker& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Cancelled)
                                   return;
                               m_view->setPlaceholder(outcome.state == JobState::Failed
                                                          ? errorText(outcome.error)
                                                          : job.value()->problem);
                               if (outcome.state == JobState::Failed)
                                   return m_view->setPicture({});
                               m_view->setPicture(job.value()->image);
                               m_details->setText(detailsText(*job.value(), m_session.snapshot().classes));
                           });
}

void QuickLook::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        showRow(m_row + 1);
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        showRow(m_row - 1);
    else if (event->key() == Qt::Key_Space)
        close();
    else if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Plus)
        m_view->zoomIn();
    else if (event->matches(QKeySequence::ZoomOut) || event->key() == Qt::Key_Minus)
        m_view->zoomOut();
    else
        QDialog::keyPressEvent(event);
}

} // namespace nakama
