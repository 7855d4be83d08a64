#pragma once

#include "core/training/worst_pictures.h"

#include <QStringList>
#include <QWidget>

#include <filesystem>
#include <vector>

class QLabel;

namespace nakama
{

class ImageGrid;
class ImageListModel;
class WorstPictureDialog;

/** The validation pictures that the model was most wrong about after the last epoch. */
class WorstPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WorstPanel(QWidget* parent = nullptr);

    /** files: of worst.pictures; empty ones are pictures that the workspace no longer has. */
    void show(const WorstPictures& worst, const std::vector<std::filesystem::path>& files,
              const QStringList& classes);
    void clear();

private:
    void open(int row);

    QLabel* m_headline;
    ImageListModel* m_model;
    ImageGrid* m_grid;
    WorstPictureDialog* m_dialog = nullptr; ///< made when a picture is first looked at
};

} // namespace nakama
