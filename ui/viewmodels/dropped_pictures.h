#pragma once

#include <QByteArray>
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
    QByteArray encoded;                       ///< where there are no pixels: an encoded picture out of a page
    QString addresses;                        ///< of pictures elsewhere, which are not fetched; one a line

    bool empty() const { return files.empty() && pixels.isNull() && encoded.isEmpty(); }
};

/**
 * Local files first, then pixels, then a picture that lies within an address or a piece of a page ("data:").
 * What a file manager says as text only ("file:///…" a line, per cent
 * encoded) counts as files too.
 */
DroppedPictures droppedPictures(const QMimeData& data);

enum class DropKind {
    Nothing,
    Addresses, ///< of pictures elsewhere; taking them lets it be said that they are not fetched
    Pixels,
    Files
};

/** The same without reading pixels, which may be large: whether a drop is worth taking, and what as. */
DropKind dropKindOf(const QMimeData& data);

} // namespace nakama
