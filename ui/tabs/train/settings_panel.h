#pragma once

#include "core/workflow/runs.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QTableWidget;

namespace nakama
{

/** The settings of one run, or what differs between those of several. */
class SettingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPanel(QWidget* parent = nullptr);

    /** titles: of the runs, as they stand above the columns. */
    void show(const std::vector<RunDetails>& runs, const QStringList& titles);

private:
    QLabel* m_headline;
    QTableWidget* m_table;
};

/** A setting's place in config.json, "learning.rate", in the person's language where it is known. */
QString settingName(const std::string& name);

} // namespace nakama
