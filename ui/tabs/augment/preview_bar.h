#pragma once

#include "core/engine/engine.h"
#include "core/workspace/preset.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace nakama
{

/** What the preview shows: a batch or a class or a picture, for which model, seed and epoch. */
class PreviewBar : public QWidget
{
    Q_OBJECT

public:
    using Pictures = std::shared_ptr<const std::vector<LabelledPicture>>;

    explicit PreviewBar(QWidget* parent = nullptr);

    void setEngine(const EngineInfo& engine);
    /** classes: by label. Keeps the choice of class where it can. */
    void setPictures(const QStringList& classes, const Pictures& pictures);

    /** −1: a batch. */
    int label() const;
    /** Of a picture in the list; −1: several of the class. */
    int position() const;
    /** Nothing until the engine is there. */
    std::optional<Preprocessing> preprocessing() const;
    std::uint64_t seed() const;
    int epoch() const;
    void setExportPossible(bool possible);

Q_SIGNALS:
    /** By the person, or since there are other pictures. */
    void changed();
    void exportRequested();

private:
    void listPictures();

    EngineInfo m_engine;
    Pictures m_pictures;
    QComboBox* m_class;
    QComboBox* m_picture;
    QComboBox* m_model;
    QSpinBox* m_input;
    QSpinBox* m_seed;
    QSpinBox* m_epoch;
    QPushButton* m_export;
};

} // namespace nakama
