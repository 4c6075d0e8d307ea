import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { ajouterJours } from '../../../shared/dates'
import { decaler, momentDe, periodeEnMots } from '../../../shared/domain/jalon/calendrier'
import { jalon as schemaJalon, type Jalon } from '../../../shared/domain/jalon/jalon'
import { modifierJalon, supprimerJalon } from '../../../shared/domain/jalon/jalon.contract'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { useCommand } from '../../ipc/use-operation'
import { aujourdhui } from '../../today'
import { confirm } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldNumber } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { DetailPane } from '../../ui/page'
import { State } from '../../ui/state'
import classes from './jalon.module.css'
import { choixEcran, choixEtat, ecranDe, momentsDits } from './libelles'

const schema = schemaJalon.omit({ id: true, anneeId: true })
type Values = Omit<Jalon, 'id' | 'anneeId'>

/** One milestone: changed as each field is left, done, put off, removed. */
export function JalonPane({ jalon, onClose }: { jalon: Jalon; onClose: () => void }) {
  const { id, anneeId: _annee, ...values } = jalon
  const modifier = useCommand(modifierJalon)
  const form = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  const changer = (champs: Partial<Values>): void => modifier.mutate({ id, champs }, { onError: notify.error })
  const { mot, ton } = momentsDits[momentDe(jalon, aujourdhui())]
  const ecran = ecranDe(jalon)
  return (
    <DetailPane
      title={jalon.libelle}
      subtitle={
        <>
          {periodeEnMots(jalon)} <State tone={ton}>{mot}</State>
        </>
      }
      onClose={onClose}
      actions={<Actions jalon={jalon} changer={changer} onClose={onClose} />}
    >
      {ecran.href !== '' && (
        <p className={classes.lien}>
          <a href={ecran.href}>Ouvrir l’écran « {ecran.libelle} »</a>
        </p>
      )}
      <FormGrid columns={2}>
        <FieldText form={form} name="libelle" label="Jalon" required span={2} />
        <FieldJour form={form} name="debutLe" label="Du" required />
        <FieldJour form={form} name="finLe" label="Au" required />
        <FieldNumber
          form={form}
          name="preavisJours"
          label="Préavis (jours)"
          decimals={0}
          required
          help="Annoncé dans Aujourd’hui autant de jours avant."
        />
        <FieldChoix form={form} name="etat" label="État" options={choixEtat} required />
        <FieldText form={form} name="qui" label="Qui" span={2} />
        <FieldChoix form={form} name="ecran" label="Écran concerné" options={choixEcran} span={2} />
        <FieldTextarea form={form} name="observations" label="Notes" span={2} />
      </FormGrid>
      <SaveStatus form={form} />
      <HistoriqueDeFiche table="jalon" id={id} />
    </DetailPane>
  )
}

interface ActionsProps {
  jalon: Jalon
  changer: (champs: Partial<Values>) => void
  onClose: () => void
}

function Actions({ jalon, changer, onClose }: ActionsProps) {
  const supprimer = useCommand(supprimerJalon)
  const { id, libelle, debutLe, finLe, etat } = jalon
  const retirer = async (): Promise<void> => {
    const oui = await confirm({
      title: 'Supprimer ce jalon ?',
      message: `« ${libelle} » quittera le calendrier de cette année et ne sera pas reconduit.`,
      action: 'Supprimer le jalon',
      tone: 'danger',
    })
    if (oui) supprimer.mutate({ id }, { onError: notify.error, onSuccess: onClose })
  }
  return (
    <>
      {etat === 'aFaire' ? (
        <Button onClick={() => changer({ etat: 'fait' })}>Marquer comme fait</Button>
      ) : (
        <Button variant="default" onClick={() => changer({ etat: 'aFaire' })}>
          Remettre à faire
        </Button>
      )}
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Reporter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => changer({ debutLe: ajouterJours(debutLe, 7), finLe: ajouterJours(finLe, 7) })}>
            D’une semaine
          </Menu.Item>
          <Menu.Item onClick={() => changer(decaler(jalon, 1))}>D’un mois</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => void retirer()} loading={supprimer.isPending}>
        Supprimer…
      </Button>
    </>
  )
}
