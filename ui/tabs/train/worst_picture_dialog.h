#pragma once

#include "ui/viewmodels/thumbnail_loader.h"

#include <QDialog>

class QLabel;

namespace nakama
{

class PictureView;

/** One picture large, with what is known of it; the next one that is shown takes its place. */
class WorstPictureDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WorstPictureDialog(QWidget* parent = nullptr);

    void show(const std::filesystem::path& file, const QString& text);

private:
    void take();

    ThumbnailLoader m_loader;
    std::filesystem::path m_file;
    PictureView* m_view;
    QLabel* m_text;
};

} // namespace nakama
