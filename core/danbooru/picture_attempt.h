#pragma once

#include "core/base/hash.h"
#include "core/danbooru/picture_fetcher.h"

namespace nakama
{

/** The attempts at one picture: what came, and whether it is what it should be. */
class PictureAttempt
{
public:
    PictureAttempt(HttpSession& session, const FetcherParams& params, const PostFile& asked,
                   std::filesystem::path file)
        : m_session(session), m_params(params), m_asked(asked), m_file(std::move(file))
    {
    }

    using Outcome = tl::expected<void, Trouble>;

    /** Writes the file anew, and compares its size and MD5 where they are known. */
    Outcome download(const JobContext& context);
    /** Decodes it once. */
    Outcome examine();
    /** After both: hashes, size and format; the rest is the caller's. */
    const NewImage& image() const { return m_image; }

private:
    Outcome ask(const QUrl& url, const JobContext& context, QUrl& redirect);
    Outcome compare(const HttpAnswer& answer, std::int64_t bytes, const QUrl& url);
    Trouble wrongContent(const std::string& what) const;

    HttpSession& m_session;
    const FetcherParams& m_params;
    const PostFile& m_asked;
    std::filesystem::path m_file;
    NewImage m_image;
};

} // namespace nakama
