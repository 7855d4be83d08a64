#pragma once

#include "core/workspace/records.h"

#include <QWidget>

#include <filesystem>

class QPushButton;

namespace nakama
{

class Session;

/** Two buttons: labels from a table, and into one. */
class LabelTables : public QWidget
{
    Q_OBJECT

public:
    explicit LabelTables(Session& session, QWidget* parent = nullptr);

    /** Whose labels they are. */
    void setPool(Pool pool) { m_pool = pool; }
    void setAnnotator(const QString& name) { m_annotator = name; }

Q_SIGNALS:
    /** What came of an export, or why nothing did. */
    void told(const QString& text);
    /** A dialog was left: keys may be for the picture again. */
    void finished();

private:
    void chooseImport();
    void importFrom(const std::filesystem::path& file);
    void chooseExport();
    void exportTo(const std::filesystem::path& file);

    Session& m_session;
    Pool m_pool = Pool::TrueTest;
    QString m_annotator;
};

} // namespace nakama
