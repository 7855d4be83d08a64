#pragma once

#include "tests/support/temporary_folder.h"
#include "ui/tabs/evaluate/evaluate_tab.h"
#include "ui/viewmodels/session.h"

#include <QPushButton>
#include <QString>

#include <memory>

namespace nakama::test
{

/** The Evaluate tab over a small split workspace of two classes, with an engine that only pretends: two test
 * pictures a class, of which it takes the first for the other class. */
class EvaluateDesk
{
protected:
    void furnish();
    void clear();

    /** A run of two epochs; its id. */
    QString train();
    /** A fresh session and tab; the runs of before are there. */
    void openTab();
    void loadEngine();
    /** Loads the engine, evaluates the chosen run on the chosen set, and waits until it is shown. */
    void evaluate();

    std::filesystem::path folder() const { return *m_folder / "ws"; }

    template<typename T>
    T* one() const
    {
        return m_tab->findChild<T*>();
    }

    /** The visible button with this text, mnemonics aside. */
    QPushButton* button(const QString& text) const { return buttonOf(*m_tab, text); }
    static QPushButton* buttonOf(const QWidget& parent, const QString& text);
    QString card(const QString& title) const;

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<EvaluateTab> m_tab;
};

} // namespace nakama::test
