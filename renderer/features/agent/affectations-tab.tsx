import { Button } from '@mantine/core'
import { useState } from 'react'
import { anneeScolairePrecedente } from '../../../shared/annee-scolaire'
import { unitesDHeures } from '../../../shared/domain/affectation/heures-dues'
import type { AffectationAffichee, FicheAgent } from '../../../shared/domain/agent/agent.contract'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { useSession } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { Section } from '../../ui/section'
import { champDe, type Column } from '../../ui/table/column'
import { AffectationCard } from './affectation-card'
import classes from './agent.module.css'
import { heuresDuService } from './libelles'
import { NouvelleAffectation } from './nouvelle-affectation'
import { useReconduction } from '../../reconduction/use-reconduction'

/** Services of the year chosen at the top of the window, then those of the other years. */
export function AffectationsTab({ fiche }: { fiche: FicheAgent }) {
  const { anneeId } = useSession()
  const [adding, setAdding] = useState(false)
  const reconduction = useReconduction(anneeId)
  const annee = fiche.affectations.filter((affectation) => affectation.anneeId === anneeId)
  const autres = fiche.affectations.filter((affectation) => affectation.anneeId !== anneeId)
  return (
    <div className={classes.column}>
      {annee.length === 0 && <SansAffectation fiche={fiche} anneeId={anneeId} onAdd={() => setAdding(true)} />}
      {annee.map((affectation) => (
        <AffectationCard key={affectation.id} affectation={affectation} fiche={fiche} reconduction={reconduction} />
      ))}
      {annee.length > 0 && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            Ajouter une affectation en {anneeId}
          </Button>
        </div>
      )}
      {autres.length > 0 && <AutresAnnees affectations={autres} />}
      {adding && <NouvelleAffectation fiche={fiche} anneeId={anneeId} onClose={() => setAdding(false)} />}
    </div>
  )
}

function SansAffectation({ fiche, anneeId, onAdd }: { fiche: FicheAgent; anneeId: string; onAdd: () => void }) {
  const precedente = anneeScolairePrecedente(anneeId)
  const aReconduire = fiche.affectations.filter((affectation) => affectation.anneeId === precedente).map(({ id }) => id)
  const reconduction = useReconduction(precedente)
  return (
    <Section title={`Affectations ${anneeId}`}>
      <EmptyState
        title={`Aucune affectation en ${anneeId}`}
        action={
          <>
            {aReconduire.length > 0 && (
              <Button
                loading={reconduction.running}
                onClick={() => void reconduction.run({ affectationIds: aReconduire })}
              >
                Reconduire celle{aReconduire.length > 1 ? 's' : ''} de {precedente}
              </Button>
            )}
            <Button variant={aReconduire.length > 0 ? 'default' : 'filled'} onClick={onAdd}>
              Ajouter une affectation
            </Button>
          </>
        }
      >
        Une affectation dit le rôle, la quotité, le régime de service, la résidence administrative et les réseaux.
      </EmptyState>
    </Section>
  )
}

const champ = champDe('affectation')

const columns: readonly Column<AffectationAffichee>[] = [
  { cle: 'annee', titre: 'Année', valeur: ({ anneeId }) => anneeId, largeur: 108, extensible: 0, principale: true },
  {
    cle: 'role',
    titre: 'Rôle',
    valeur: ({ roleAbrege }) => roleAbrege,
    largeur: 164,
    extensible: 0,
    cellule: champ('roleId'),
  },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: ({ quotite }) => quotite,
    largeur: 80,
    cellule: champ('quotite'),
  },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    valeur: ({ heuresDues }) => heuresDues?.heures,
    rendu: heuresDuService,
    unite: ({ heuresDues }) => (heuresDues ? unitesDHeures[heuresDues.unite] : ''),
  },
  {
    cle: 'residence',
    titre: 'Résidence',
    valeur: ({ residence }) => residence && `${residence.nom}, ${residence.commune}`,
    largeur: 210,
    extensible: 2,
    cellule: champ('residenceId'),
  },
  { cle: 'reseaux', titre: 'Réseaux', valeur: ({ reseaux }) => reseaux.map(({ nom }) => nom).join(', '), largeur: 160 },
  {
    cle: 'debutLe',
    titre: 'Du',
    type: 'jour',
    valeur: ({ debutLe }) => debutLe,
    largeur: 96,
    cellule: champ('debutLe'),
  },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe, largeur: 96, cellule: champ('finLe') },
]

/** Opening one shows its year in every screen. */
function AutresAnnees({ affectations }: { affectations: readonly AffectationAffichee[] }) {
  const { setAnneeId } = useSession()
  const table = useMemoryTable({
    vues: 'affectationsDAgent',
    ofRecord: true,
    label: 'Affectations des autres années',
    columns,
    rows: affectations,
    rowKey: ({ id }) => id,
    noun: { un: 'affectation', plusieurs: 'affectations' },
    onOpen: ({ anneeId }) => setAnneeId(anneeId),
  })
  return <ListSection title="Autres années" table={table} empty={<EmptyState title="Aucune autre année" />} />
}
