#include "ui/tabs/predict/near_strip.h"

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

constexpr int thumbnail = 72;
constexpr int stripHeight = 128; ///< a row of thumbnails with two lines each

/** What the workspace knows of them; those that it does not have are left out. */
Result<std::vector<ImageItem>> itemsOf(const Workspace& workspace, const std::vector<NearTraining>& near,
                                       const std::vector<ClassInfo>& classes)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    std::vector<ImageItem> items;
    for (const auto& one : near) {
        NAKAMA_TRY(const auto image, catalogue.findImage(one.sha256));
        if (!image)
            continue;
        const auto index = static_cast<std::size_t>(image->classIndex);
        const QString label = image->classIndex >= 0 && index < classes.size()
                                  ? toQString(classes[index].displayName)
                                  : NearStrip::tr("no label");
        items.push_back({workspace.imagePath(image->sha256, image->extension),
                         label + QLatin1Char('\n') + QLocale().toString(one.likeness, 'f', 2),
                         toQString(image->originalName)});
    }
    return items;
}

} // namespace

NearStrip::NearStrip(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_text(new QLabel), m_model(new ImageListModel(this)),
      m_grid(new ImageGrid)
{
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setModel(m_model);
    m_grid->setCaptionLines(2);
    m_grid->setThumbnailSize(thumbnail);
    m_grid->setWrapping(false);
    m_grid->setFixedHeight(stripHeight);
    m_grid->setAccessibleName(tr("Nearest training pictures"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_text);
    layout->addWidget(m_grid);
    show(nullptr);
}

void NearStrip::say(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void NearStrip::show(const PictureToAsk* picture)
{
    const bool answered = picture != nullptr && picture->answered && picture->answer.problem.empty();
    if (answered && picture->id == m_shown && picture->answer.near == m_near && m_grid->isVisibleTo(this))
        return;
    m_shown = picture ? picture->id : 0;
    m_near = answered ? picture->answer.near : std::vector<NearTraining>();
    m_model->setItems({});
    m_grid->hide();
    if (!answered)
        say({});
    else if (m_near.empty())
        say(tr("Which training pictures look most alike is known once the run has been evaluated: its "
               "features are then kept beside the checkpoint."));
    else if (!m_session.hasWorkspace())
        say(tr("The training pictures that look most alike are not in the checkpoint; open the workspace "
               "that it was trained in to see them."));
    else
        lookUp(m_shown, m_near);
}

void NearStrip::lookUp(std::int64_t id, const std::vector<NearTraining>& near)
{
    using Items = std::vector<ImageItem>;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("nearest training pictures");
    const auto work = [workspace = m_session.workspace(), near, classes = m_session.snapshot().classes](
                          JobContext&) -> Result<Items> { return itemsOf(workspace, near, classes); };
    m_session.jobs().start(std::make_shared<Task<Items>>("nearest training pictures", work), options, this,
                           [this, id](Task<Items>& task, const JobOutcome& outcome) {
                               if (id != m_shown)
                                   return;
                               if (outcome.state == JobState::Failed)
                                   say(errorText(outcome.error));
                               if (!task.value())
                                   return;
                               const bool any = !task.value()->empty();
                               say(any ? tr("Nearest training pictures, and how alike they are")
                                       : tr("The training pictures that look most alike are not in this "
                                            "workspace: the model was trained in another one."));
                               m_model->setItems(std::move(*task.value()));
                               m_grid->setVisible(any);
                           });
}

} // namespace nakama
