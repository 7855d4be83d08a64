#pragma once

#include <QImage>
#include <QString>

#include <filesystem>
#include <vector>

class QMimeData;

namespace nakama
{

/** What is dropped on the window or pasted into it, as far as it can be pictures. */
struct DroppedPictures
{
    std::vector<std::filesystem::path> files; ///< and folders; each once
    QImage pixels;                            ///< where there is no file: out of a browser or an editor
    QString addresses;                        ///< of pictures elsewhere, which are not fetched; one a line

    bool empty() const { return files.empty() && pixels.isNull(); }
};

/**
 * Local files first, then pixels. What a file manager says as text only ("file:///…" a line, per cent
 * encoded) counts as files too.
 */
DroppedPictures droppedPictures(const QMimeData& data);

/** The same without reading the pixels, which may be large: whether a drop is worth taking. */
bool mayHoldPictures(const QMimeData& data);

} // namespace nakama
