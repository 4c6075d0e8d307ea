import { Button, Menu, TextInput } from '@mantine/core'
import {
  IconBookmark,
  IconDeviceFloppy,
  IconDownload,
  IconListDetails,
  IconRefresh,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import { useState } from 'react'
import { choisirFichier, choisirSortie } from '../../shared/domain/fichier/fichier.contract'
import type { CleDeVue } from '../../shared/domain/liste/tableaux'
import type { VueLue } from '../../shared/domain/vue/vue'
import {
  creerVue,
  exporterVue,
  importerVue,
  listerVues,
  modifierVue,
  supprimerVue,
} from '../../shared/domain/vue/vue.contract'
import { call } from '../ipc/call'
import { useCommand, useOperation } from '../ipc/use-operation'
import { confirm, Dialog } from '../ui/dialog'
import { hint } from '../ui/hint'
import { notify } from '../ui/notice'
import { OnDemand } from '../ui/on-demand'
import { useReadOnly } from '../ui/read-only'
import type { DataTableModel } from '../ui/table/table-model'
import { initialView } from '../ui/table/view-state'
import { contentOf, goneFrom, isSeen, viewOf } from './view-content'

const unnamed = 'Vues enregistrées'

interface ViewsMenuProps<Row> {
  liste: CleDeVue
  table: DataTableModel<Row>
}

/** The saved views of a list: one click puts the columns, the filter, the order and the groups back. */
export function ViewsMenu<Row>({ liste, table }: ViewsMenuProps<Row>) {
  const { data: vues = [] } = useOperation(listerVues, { liste })
  const chosen = vues.find(({ id }) => id === table.view.savedAs)
  /** What is seen is no longer what was saved. */
  const changed = chosen !== undefined && !isSeen(chosen.contenu, table)
  const [naming, setNaming] = useState(false)
  return (
    <>
      <OnDemand
        popup="menu"
        button={
          // One button, with a view's name or without: the focus that it had stays on it.
          chosen ? (
            <Button data-reads variant="default" leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}>
              {changed ? `${chosen.nom} (modifiée)` : chosen.nom}
            </Button>
          ) : (
            <Button data-reads variant="default" w={32} px={0} c="var(--soft)" aria-label={unnamed} {...hint(unnamed)}>
              <IconBookmark size={17} stroke={1.6} aria-hidden />
            </Button>
          )
        }
      >
        {(layer, button) => (
          <Menu {...layer} withInitialFocusPlaceholder={false} portalProps={{ target: '#calques' }}>
            <Menu.Target>{button}</Menu.Target>
            <Menu.Dropdown>
              <Entries {...{ liste, table, vues, chosen, changed }} onName={() => setNaming(true)} />
            </Menu.Dropdown>
          </Menu>
        )}
      </OnDemand>
      {naming && <NameDialog {...{ liste, table }} onClose={() => setNaming(false)} />}
    </>
  )
}

interface EntriesProps<Row> extends ViewsMenuProps<Row> {
  vues: readonly VueLue[]
  chosen: VueLue | undefined
  changed: boolean
  onName: () => void
}

function Entries<Row>({ liste, table, vues, chosen, changed, onName }: EntriesProps<Row>) {
  const { show, startAfresh, update, remove, bringIn } = useViews(liste, table)
  const readOnly = useReadOnly()
  const attempt = (work: () => Promise<unknown>) => (): void => void work().catch(notify.error)
  return (
    <>
      {vues.map((vue) => (
        <Menu.Item key={vue.id} aria-current={vue.id === chosen?.id || undefined} onClick={() => show(vue)}>
          {vue.nom}
        </Menu.Item>
      ))}
      {vues.length > 0 && (
        <>
          <Menu.Item leftSection={<IconListDetails size={16} aria-hidden />} onClick={startAfresh}>
            Liste d’origine
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      {readOnly && <Menu.Label>Les vues ne se modifient pas dans le passé</Menu.Label>}
      {!readOnly && (
        <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={onName}>
          Enregistrer cette vue…
        </Menu.Item>
      )}
      {chosen && changed && !readOnly && (
        <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={attempt(() => update(chosen))}>
          Mettre à jour « {chosen.nom} »
        </Menu.Item>
      )}
      {chosen && (
        <Menu.Item leftSection={<IconUpload size={16} aria-hidden />} onClick={attempt(() => exportView(chosen))}>
          Exporter « {chosen.nom} » dans un fichier…
        </Menu.Item>
      )}
      {chosen && !readOnly && (
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={attempt(() => remove(chosen))}>
          Supprimer « {chosen.nom} »…
        </Menu.Item>
      )}
      {!readOnly && (
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={attempt(bringIn)}>
          Importer une vue…
        </Menu.Item>
      )}
    </>
  )
}

/** What may be done with the views of a list. */
function useViews<Row>(liste: CleDeVue, table: DataTableModel<Row>) {
  const modifier = useCommand(modifierVue)
  const supprimer = useCommand(supprimerVue)
  const importer = useCommand(importerVue)
  const show = (vue: VueLue): void => {
    table.setView(() => ({ ...viewOf(vue.contenu), savedAs: vue.id }))
    table.setSearch(vue.contenu.recherche)
    table.setChips(vue.contenu.puces)
    if (vue.remarque !== null) notify.info(vue.remarque)
    const gone = goneFrom(vue.contenu, table)
    if (gone !== undefined)
      notify.info(`La vue « ${vue.nom} » nomme ${gone} que cette liste n’a plus. Le reste est montré.`)
  }
  return {
    show,
    startAfresh: (): void => {
      table.setView(() => initialView(table.sort, table.group))
      table.setSearch('')
      table.setChips([])
    },
    update: async ({ id, nom }: VueLue): Promise<void> => {
      await modifier.mutateAsync({ id, champs: { contenu: contentOf(table) } })
      notify.done(`La vue « ${nom} » garde ce qui est vu maintenant.`)
    },
    remove: async ({ id, nom }: VueLue): Promise<void> => {
      const sure = await confirm({
        title: 'Supprimer la vue',
        message: `La vue « ${nom} » disparaît ; les lignes de la liste ne changent pas.`,
        action: 'Supprimer la vue',
        tone: 'danger',
      })
      if (sure) await supprimer.mutateAsync({ id })
    },
    bringIn: async (): Promise<void> => {
      const file = await call(choisirFichier, { but: 'vue' })
      if (!file) return
      const vue = await importer.mutateAsync({ jeton: file.jeton })
      notify.done(`Vue « ${vue.nom} » ajoutée.`)
      if (vue.liste === liste) show(vue)
    },
  }
}

async function exportView(vue: VueLue): Promise<void> {
  const sortie = await call(choisirSortie, { but: 'vue', nomPropose: `${vue.nom}.vue.json` })
  if (!sortie) return
  const written = await call(exporterVue, { id: vue.id, jeton: sortie.jeton })
  notify.done(`Vue écrite : ${written.nom}`)
}

function NameDialog<Row>({ liste, table, onClose }: ViewsMenuProps<Row> & { onClose: () => void }) {
  const creer = useCommand(creerVue)
  const [nom, setNom] = useState('')
  const [message, setMessage] = useState<string>()
  const submit = (): void => {
    if (nom.trim() === '') return setMessage('Donnez un nom à la vue.')
    creer.mutateAsync({ liste, nom: nom.trim(), contenu: contentOf(table) }).then(
      ({ id: savedAs }) => {
        table.setView((view) => ({ ...view, savedAs }))
        onClose()
      },
      (error: unknown) => setMessage(error instanceof Error ? error.message : 'La vue n’a pas pu être enregistrée.'),
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Enregistrer cette vue"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <Button onClick={submit}>Enregistrer la vue</Button>
        </>
      }
    >
      <TextInput
        label="Nom"
        description="La vue garde les colonnes, les filtres, l’ordre et les groupes d’aujourd’hui."
        value={nom}
        error={message}
        data-autofocus
        onChange={({ currentTarget }) => {
          setNom(currentTarget.value)
          setMessage(undefined)
        }}
        onKeyDown={(event) => event.key === 'Enter' && submit()}
      />
    </Dialog>
  )
}
