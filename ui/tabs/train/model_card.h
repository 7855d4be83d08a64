#pragma once

#include "ui/viewmodels/weights_controller.h"

#include <QFrame>

#include <map>
#include <optional>

class QComboBox;
class QDragEnterEvent;
class QDropEvent;
class QLabel;
class QProgressBar;
class QPushButton;

namespace nakama
{

/**
 * What the chosen model is: what it is good for, its input, size and licence, whether its published weights
 * are here and how to get them, and what a training starts from.
 */
class ModelCard : public QFrame
{
    Q_OBJECT

public:
    explicit ModelCard(Session& session, QWidget* parent = nullptr);

    void setModel(const ModelInfo& model);
    /** A weight file that is dropped anywhere on the page is taken too. */
    void takeDropsOn(QWidget& page);
    /** The choice of what a training starts from, for the form to place. */
    QComboBox* startFrom() { return m_start; }
    /** What is chosen there; empty: from scratch. */
    std::filesystem::path weights() const;

Q_SIGNALS:
    /** A file was given that is for another model than the one that is shown. */
    void modelWanted(const QString& id);
    /** weights() has changed. */
    void startChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeActions();
    void getOrCancel();
    void chooseFile();
    void takeOwn(const OwnWeights& own);
    void refuse(const QString& message);
    void dragEnters(QDragEnterEvent& event);
    void drops(QDropEvent& event);
    void setDropping(bool dropping);
    /** What a training may start from; the best that is there is chosen. */
    void fillStart();
    void updateState();

    WeightsController* m_weights;
    std::optional<ModelInfo> m_model;
    std::map<std::string, OwnWeights> m_own; ///< by model
    QLabel* m_summary;
    QLabel* m_input;
    QLabel* m_size;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_get;
    QPushButton* m_file;
    QLabel* m_problem;
    QComboBox* m_start;
    bool m_dropping = false;
};

} // namespace nakama
