#include "ui/tabs/predict/asking_bar.h"

#include "ui/tabs/predict/screen_region.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/dropped_pictures.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace nakama
{

using namespace std::chrono_literals;

namespace
{

/** The window manager needs a moment until what was under the window is on the screen. */
constexpr auto hidingTime = 350ms;

} // namespace

AskingBar::AskingBar(PredictController& predict, QWidget* parent) : QWidget(parent), m_predict(predict)
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const QString& toolTip, void (AskingBar::*act)()) {
        auto* const button = new QPushButton(text);
        button->setToolTip(toolTip);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, act);
    };
    add(tr("&Open pictures…"), tr("One file or many"), &AskingBar::choosePictures);
    add(tr("Ope&n a folder…"), tr("All files below it; it can be dropped on the window too"),
        &AskingBar::chooseFolder);
    add(tr("&Paste"), tr("A picture or files from the clipboard (Ctrl+V)"), &AskingBar::paste);
    add(tr("Part of the sc&reen…"), tr("Hides the window, then asks for a box on the screen"),
        &AskingBar::askAboutScreen);
    row->addStretch();
}

void AskingBar::choosePictures()
{
    auto* const chooser = new QFileDialog(this, tr("Pictures to ask about"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilters(
        {tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files)
            paths.push_back(toPath(file));
        m_predict.ask(paths);
    });
    chooser->open();
}

void AskingBar::chooseFolder()
{
    auto* const chooser = new QFileDialog(this, tr("Folder of pictures to ask about"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_predict.ask({toPath(folder)}); });
    chooser->open();
}

void AskingBar::paste()
{
    const auto* const copied = QGuiApplication::clipboard()->mimeData();
    const auto pasted = copied ? droppedPictures(*copied) : DroppedPictures();
    if (!pasted.empty())
        m_predict.ask(pasted, tr("pasted picture"));
    else if (!pasted.addresses.isEmpty())
        Q_EMIT refused(tr("There is only an address in the clipboard, and Nakama fetches nothing from there: "
                          "copy the picture itself."));
    else
        Q_EMIT refused(tr("There is no picture in the clipboard."));
}

void AskingBar::askAboutScreen()
{
    window()->hide();
    QTimer::singleShot(hidingTime, this, [this] {
        const QImage screens = ScreenRegion::grab();
        if (screens.isNull()) {
            window()->show();
            Q_EMIT refused(tr("This system does not let programs see the screen; take a screenshot with its "
                              "own tool and paste it."));
            return;
        }
        auto* const region = new ScreenRegion(screens);
        connect(region, &ScreenRegion::chosen, this,
                [this](const QImage& part) { m_predict.ask(part, tr("part of the screen")); });
        connect(region, &ScreenRegion::ended, this, [this] { window()->show(); });
        region->showFullScreen();
    });
}

} // namespace nakama
