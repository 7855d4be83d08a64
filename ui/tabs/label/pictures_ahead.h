#pragma once

#include "ui/viewmodels/session.h"

#include <QImage>
#include <QObject>

#include <cstdint>
#include <map>
#include <set>

namespace nakama
{

/** Decodes the pictures that are looked at next before they are wanted. Lives on the window's thread. */
class PicturesAhead : public QObject
{
    Q_OBJECT

public:
    explicit PicturesAhead(Session& session, QObject* parent = nullptr);

    /** Pictures that are wanted soon, the current one first; all others are forgotten. */
    void setWanted(const std::vector<ImageRecord>& images);
    /** Null while it is not decoded, or where it cannot be. */
    QImage picture(std::int64_t imageId) const;
    /** Why it cannot be; empty otherwise. */
    QString problem(std::int64_t imageId) const;

Q_SIGNALS:
    /** It is there, or cannot be decoded. */
    void ready(std::int64_t imageId);

private:
    struct Decoded
    {
        QImage picture;
        QString problem;
    };

    Session& m_session;
    std::set<std::int64_t> m_wanted;
    std::map<std::int64_t, Decoded> m_decoded;
    std::set<std::int64_t> m_decoding;
};

} // namespace nakama
